namespace ServicePlatform.Accounts.Errors;

/// <summary>What an error page says.</summary>
/// <param name="Happened">What happened.</param>
/// <param name="Kept">What became of what was typed; null where nothing was sent.</param>
/// <param name="Remedy">What to do now.</param>
/// <param name="Number">To quote to whoever helps.</param>
/// <param name="Home">Address of the first page.</param>
/// <param name="Previous">Address of the page it came from; null where unknown.</param>
internal sealed record ErrorPage(int Status, string Title, string Happened, string? Kept, string Remedy, string Number, string Home, string? Previous);
