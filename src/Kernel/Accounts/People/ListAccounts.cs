using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Data.Identity;
using ServicePlatform.Security;
using ServicePlatform.Sites;

namespace ServicePlatform.Accounts.People;

/// <summary>Accounts of staff by user name.</summary>
/// <param name="Search">Part of a name or user name, or the last four or more digits of a phone.</param>
/// <param name="Off">True for those that are switched off, false for the others.</param>
/// <param name="Role">Only those who have this role.</param>
[RequirePermission(AccountPermissions.Manage)]
internal sealed record ListAccounts(string? Search, bool Off, string? Role, PageRequest Page) : IQuery<AccountPage>;

internal sealed record AccountPage(int Total, Page<AccountLine> Page);

internal sealed record AccountLine(
    Guid Id, string UserName, string DisplayName, string? Phone, AccountState State, IReadOnlyList<string> Roles, string? Place, DateTime? LastSeenAt);

internal sealed class ListAccountsValidator : AbstractValidator<ListAccounts>
{
    public ListAccountsValidator() => RuleFor(query => query.Search).MaximumLength(Lengths.Name);
}

internal sealed class ListAccountsHandler(ISiteDb db, AccountReach reach, IEnumerable<IScopeDirectory> places, IClock clock) : IQueryHandler<ListAccounts, AccountPage>
{
    public async Task<Result<AccountPage>> HandleAsync(ListAccounts query, CancellationToken cancellationToken)
    {
        var users = Matching(reach.Visible().AsNoTracking().Where(user => user.IsActive != query.Off), query.Search?.Trim() ?? "");
        if (query.Role is { } role)
        {
            users = users.Where(user => db.Set<IdentityUserRole<Guid>>().Any(row => row.UserId == user.Id && db.Set<SiteRole>().Any(known => known.Id == row.RoleId && known.Name == role)));
        }

        var total = await users.CountAsync(cancellationToken);
        var page = await users.ToPageAsync(user => user.NormalizedUserName!, user => user.Id, query.Page, descending: false, cancellationToken);
        var ids = page.Items.Select(user => user.Id).ToList();
        var roles = (await db.Set<IdentityUserRole<Guid>>().Where(row => ids.Contains(row.UserId))
            .Join(db.Set<SiteRole>(), row => row.RoleId, known => known.Id, (row, known) => new { row.UserId, known.Name })
            .ToListAsync(cancellationToken)).ToLookup(row => row.UserId, row => row.Name!);
        var seen = await db.Set<UserSession>().Where(session => ids.Contains(session.UserId))
            .GroupBy(session => session.UserId)
            .Select(sessions => new { sessions.Key, At = sessions.Max(session => session.LastSeenAt) })
            .ToDictionaryAsync(row => row.Key, row => row.At, cancellationToken);
        var paths = page.Items.Select(user => user.ScopePath).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var names = places.LastOrDefault() is { } directory ? await directory.NamesAsync(paths, cancellationToken) : new Dictionary<string, string>(StringComparer.Ordinal);
        return new AccountPage(total, page.Select(user => new AccountLine(
            user.Id,
            user.UserName!,
            user.DisplayName,
            user.PhoneNumber,
            user.StateAt(clock.UtcNow),
            [.. roles[user.Id].Order(StringComparer.Ordinal)],
            user.ScopePath is { } path ? names.GetValueOrDefault(path) : null,
            seen.TryGetValue(user.Id, out var at) ? at : null)));
    }

    private static IQueryable<SiteUser> Matching(IQueryable<SiteUser> users, string text)
    {
        if (text.Length == 0)
        {
            return users;
        }

        var upper = text.ToUpperInvariant();
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.Length >= 4 && digits.Length >= text.Count(char.IsLetterOrDigit)
            ? users.Where(user => user.NormalizedUserName!.Contains(upper) || user.PhoneNumber!.EndsWith(digits))
            : users.Where(user => user.NormalizedUserName!.Contains(upper) || user.DisplayName.Contains(text));
    }
}
