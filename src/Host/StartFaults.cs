using System.Net.Sockets;
using Microsoft.Extensions.Options;
using ServicePlatform.Kernel.Sites;

namespace ServicePlatform.Host;

/// <summary>Why the host does not start, in a line for whoever starts it.</summary>
internal static class StartFaults
{
    /// <summary>What is wrong and the remedy; null for what nobody foresaw.</summary>
    public static string? Describe(Exception exception) => exception switch
    {
        HostStartException start => start.Message,
        OptionsValidationException setting => $"A setting cannot be used: {setting.Message}",
        InvalidDataException { InnerException: FormatException cause } settings => $"The settings cannot be read: {settings.Message} {cause.Message} Mend appsettings.json or the file that is named.",
        IOException address when Cause<SocketException>(address) is not null || address.Message.Contains("address", StringComparison.OrdinalIgnoreCase) =>
            $"The host cannot listen: {address.Message} Stop the other program, or choose another address with --urls http://localhost:8080.",
        SocketException socket => $"The host cannot listen: {socket.Message}. Choose another address with --urls http://localhost:8080.",
        FormatException address => $"The address cannot be read: {address.Message} Write it as --urls http://localhost:8080.",
        InvalidOperationException { InnerException: FormatException } setting => $"A setting cannot be read: {setting.Message} Mend it in appsettings.json, the environment or the command line.",
        _ => null,
    };

    private static T? Cause<T>(Exception exception)
        where T : Exception
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is T found)
            {
                return found;
            }
        }

        return null;
    }
}
