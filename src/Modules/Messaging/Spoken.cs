using System.Globalization;

namespace ServicePlatform.Messaging;

/// <summary>Speaks another language until disposed: a message is written in its own, whoever sends it.</summary>
internal sealed class Spoken : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    private Spoken(CultureInfo culture) => CultureInfo.CurrentUICulture = culture;

    public static Spoken In(CultureInfo culture) => new(culture);

    public void Dispose() => CultureInfo.CurrentUICulture = _before;
}
