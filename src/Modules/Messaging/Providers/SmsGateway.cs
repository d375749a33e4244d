using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ServicePlatform.Commands;
using ServicePlatform.Messaging.Contracts;

namespace ServicePlatform.Messaging.Providers;

/// <summary>Speaks to the gateway in the shape that docs/sms-gateway.md describes.</summary>
internal sealed class SmsGateway : IDisposable
{
    /// <summary>Part of an answer that is shown to who tests.</summary>
    private const int ShownAnswer = 200;

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = Patience,
        MaxResponseContentBufferSize = 64 * 1024,
    };

    /// <summary>Fails with what happened: refused with its status and answer, not reached, too late.</summary>
    public async Task<Result<Done>> SendAsync(SmsSettings settings, string? secret, OutgoingMessage message, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Address) { Content = Content(message, settings) };
        request.Headers.Add("Idempotency-Key", message.Id.ToString());
        if (!string.IsNullOrEmpty(secret))
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        }

        try
        {
            using var response = await _client.SendAsync(request, cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return Result.Done;
            }

            object[] said = [(int)response.StatusCode, await AnswerAsync(response, cancellationToken)];
            return response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity
                ? Failure.Conflict("messaging.sms-refused", said)
                : Failure.Unavailable("messaging.sms-refused", said);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failure.Unavailable("messaging.sms-late", (int)Patience.TotalSeconds);
        }
        catch (Exception exception) when (exception is HttpRequestException or SocketException or IOException or FormatException or InvalidOperationException)
        {
            return Failure.Unavailable("messaging.sms-unreached", exception.GetBaseException().Message);
        }
    }

    public void Dispose() => _client.Dispose();

    /// <summary>With its length said beforehand: not every gateway takes a body in chunks.</summary>
    private static StringContent Content(OutgoingMessage message, SmsSettings settings) =>
        new(JsonSerializer.Serialize(new Body(message.Id, message.To, message.Text, settings.Sender), Form), Encoding.UTF8, "application/json");

    private static async Task<string> AnswerAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = (await response.Content.ReadAsStringAsync(cancellationToken)).Trim();
        var plain = new string([.. text.Where(letter => !char.IsControl(letter)).Take(ShownAnswer)]);
        return plain.Length == 0 ? response.ReasonPhrase ?? "" : plain;
    }

    /// <summary>What docs/sms-gateway.md promises.</summary>
    private sealed record Body(Guid Id, string To, string Text, string Sender);
}
