using Microsoft.EntityFrameworkCore;
using ServicePlatform.Accounts.People;
using ServicePlatform.Accounts.Roles;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Data.Identity;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Security;

namespace ServicePlatform.IntegrationTests.Accounts;

public sealed class AccountReachTests(TestPlatform platform)
{
    private static readonly Actor Manager = Actors.With("/hq/north/", "accounts.manage", "accounts.roles");

    [Theory, DatabaseData]
    public async Task Nobody_manages_an_account_that_may_do_more_than_himself(string database)
    {
        var (site, ids) = await SiteAsync(database);

        (await site.SendAsync(new ResetPassword(ids["boss"]), Manager)).Failure!.Code.ShouldBe("accounts.above-you");
        (await site.SendAsync(new ResetPassword(ids["south"]), Manager)).Failure!.Code.ShouldBe("accounts.account-unknown");
        (await site.SendAsync(new ChangeRoles(ids["plain"], [StandardRoles.Administrator], []), Manager)).Failure!.Fields.ShouldHaveSingleItem().Code.ShouldBe("accounts.role-above-you");
        (await site.SendAsync(new ResetPassword(ids["plain"]), Manager)).Succeeded.ShouldBeTrue();
    }

    [Theory, DatabaseData]
    public async Task Lists_show_the_part_of_the_organisation_that_is_ones_own(string database)
    {
        var (site, _) = await SiteAsync(database);

        var page = (await site.AskAsync(new ListAccounts(null, false, null, new PageRequest()), Manager)).Value;

        page.Page.Items.Select(line => line.UserName).ShouldBe(["boss", "plain"]);
        page.Total.ShouldBe(2);
    }

    [Theory, DatabaseData]
    public async Task The_last_administrator_stays(string database)
    {
        var (site, ids) = await SiteAsync(database);

        (await site.SendAsync(new SwitchAccount(ids["boss"], AccountSwitch.TurnOff), Actors.Staff("/hq/"))).Failure!.Code.ShouldBe("accounts.last-administrator");
        (await site.SendAsync(new ChangeRoles(ids["boss"], [], [StandardRoles.Administrator]), Actors.Staff("/hq/"))).Failure!.Fields.ShouldHaveSingleItem().Code.ShouldBe("accounts.last-administrator");
    }

    [Theory, DatabaseData]
    public async Task A_permission_that_one_lacks_cannot_be_given_to_a_role(string database)
    {
        var (site, _) = await SiteAsync(database);
        var seen = (await site.AskAsync(new ReadRoles(), Manager)).Value.Single(role => role.Role == StandardRoles.Trainer).Permissions.ToList();

        (await site.SendAsync(new SaveRolePermissions(StandardRoles.Trainer, [.. seen, "site.settings"], seen), Manager)).Failure!.Code.ShouldBe("accounts.permission-above-you");
        (await site.SendAsync(new SaveRolePermissions(StandardRoles.Trainer, [.. seen, "accounts.manage"], seen), Manager)).Succeeded.ShouldBeTrue();
        (await site.SendAsync(new SaveRolePermissions(StandardRoles.Trainer, [], seen), Manager)).Failure!.Code.ShouldBe("kernel.stale");
        (await site.ReadAsync(db => db.Set<RolePermission>().CountAsync(row => row.Permission == "accounts.manage"))).ShouldBe(1);
    }

    private async Task<(TestSite Site, Dictionary<string, Guid> Ids)> SiteAsync(string database)
    {
        var site = await platform.CreateSiteAsync(database);
        var ids = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var account in new StaffAccount[]
        {
            new("boss", "Boss", null, "/hq/north/", null, [StandardRoles.Administrator]),
            new("plain", "Plain", null, "/hq/north/bj-01/", null, []),
            new("south", "South", null, "/hq/south/", null, []),
        })
        {
            Result<Guid> saved = await site.UseAsync<ISiteAccounts, Result<Guid>>(accounts => accounts.SaveStaffAsync(account, "Water-2611-clear", TestContext.Current.CancellationToken));
            ids[account.UserName] = saved.Value;
        }

        return (site, ids);
    }
}
