using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Commands;
using ServicePlatform.Data.Audit;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Kernel.Security;
using ServicePlatform.Kernel.Sites;
using ServicePlatform.SampleModule.Notes;

namespace ServicePlatform.IntegrationTests.Kernel;

public sealed class CommandTests(TestPlatform platform)
{
    private static readonly Guid Brand = Guid.NewGuid();

    [Theory, DatabaseData]
    public async Task A_command_leaves_its_row_its_event_and_one_audit_row(string database)
    {
        var site = await platform.CreateSiteAsync(database);
        var agent = Actors.With("/hq/", "sample.write");

        var id = await site.DoAsync(new WriteNote(Brand, "/hq/", "hello"), agent);
        await site.DeliverAsync();

        (await site.ReadAsync(db => db.Set<Note>().CountAsync(note => note.Id == id))).ShouldBe(1);
        (await site.ReadAsync(db => db.Set<NoteEcho>().CountAsync(echo => echo.NoteId == id))).ShouldBe(1);
        var audit = await site.ReadAsync(db => db.Set<AuditRow>().Where(row => row.ActorId == agent.UserId).ToListAsync());
        audit.ShouldHaveSingleItem().Command.ShouldBe("SampleModule.Notes.WriteNote");
        audit[0].Subjects.ShouldContain(id.ToString());
    }

    [Theory, DatabaseData]
    public async Task A_failure_leaves_nothing(string database)
    {
        var site = await platform.CreateSiteAsync(database);

        (await site.SendAsync(new WriteNote(Brand, "/hq/", "fail"))).Failure!.Code.ShouldBe("sample.refused");

        (await site.ReadAsync(db => db.Set<Note>().CountAsync())).ShouldBe(0);
        (await site.ReadAsync(db => db.Set<AuditRow>().CountAsync(row => row.Command.Contains("WriteNote")))).ShouldBe(0);
    }

    [Theory, DatabaseData]
    public async Task Who_lacks_the_permission_is_refused(string database)
    {
        var site = await platform.CreateSiteAsync(database);

        (await site.SendAsync(new WriteNote(Brand, "/hq/", "hello"), Actors.With("/hq/"))).Failure!.Kind.ShouldBe(FailureKind.Forbidden);
    }

    [Theory, DatabaseData]
    public async Task Sent_many_times_at_once_with_one_operation_id_it_takes_effect_once(string database)
    {
        var site = await platform.CreateSiteAsync(database);
        var agent = Actors.With("/hq/", "sample.write");
        var command = new WriteNote(Brand, "/hq/", "once");

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => SendWithIdAsync(site, agent, "op-1", command)));

        answers.ShouldAllBe(answer => answer.Succeeded);
        answers.Select(answer => answer.Value).Distinct().ShouldHaveSingleItem();
        (await site.ReadAsync(db => db.Set<Note>().CountAsync())).ShouldBe(1);
    }

    [Theory, DatabaseData]
    public async Task The_same_operation_id_with_another_body_is_refused(string database)
    {
        var site = await platform.CreateSiteAsync(database);
        var agent = Actors.With("/hq/", "sample.write");
        await SendWithIdAsync(site, agent, "op-2", new WriteNote(Brand, "/hq/", "one"));

        var second = await SendWithIdAsync(site, agent, "op-2", new WriteNote(Brand, "/hq/", "two"));

        second.Failure!.Code.ShouldBe("kernel.operation-reused");
    }

    [Theory, DatabaseData]
    public async Task A_stale_write_names_both_versions(string database)
    {
        var site = await platform.CreateSiteAsync(database);
        var id = await site.DoAsync(new WriteNote(Brand, "/hq/", "first"));
        await site.DoAsync(new EditNote(id, "second", 0));

        var stale = await site.SendAsync(new EditNote(id, "third", 0));

        stale.Failure!.Kind.ShouldBe(FailureKind.Conflict);
        stale.Failure.Versions.ShouldBe(new VersionConflict(0, 1));
    }

    [Theory, DatabaseData]
    public async Task Of_two_edits_at_the_same_time_one_wins(string database)
    {
        var site = await platform.CreateSiteAsync(database);
        var id = await site.DoAsync(new WriteNote(Brand, "/hq/", "first"));

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(index => site.SendAsync(new EditNote(id, $"edit {index}", 0))));

        results.Count(result => result.Succeeded).ShouldBe(1);
        results.Where(result => !result.Succeeded).ShouldAllBe(result => result.Failure!.Code == "kernel.stale");
    }

    [Theory]
    [InlineData("bell\u0007")]
    [InlineData("turned \u202Eround")]
    [InlineData("nul\0")]
    public async Task Invisible_control_characters_are_refused_at_the_field(string text)
    {
        var site = await platform.CreateSiteAsync("Sqlite");

        var result = await site.SendAsync(new WriteNote(Brand, "/hq/", text));

        result.Failure!.Fields.ShouldHaveSingleItem().Field.ShouldBe("Text");
    }

    [Fact]
    public async Task With_its_feature_off_a_command_is_not_found_and_the_data_stays()
    {
        var site = await platform.CreateSiteAsync("Sqlite");
        await site.DoAsync(new WriteNote(Brand, "/hq/", "kept"));
        await SwitchAsync(site, [], ["SampleModule"]);

        (await site.SendAsync(new WriteNote(Brand, "/hq/", "refused"))).Failure!.Code.ShouldBe("kernel.feature-off");
        await SwitchAsync(site, ["SampleModule"], []);

        (await site.AskAsync(new ListNotes())).Value.ShouldBe(["kept"]);
    }

    private async Task SwitchAsync(TestSite site, string[] on, string[] off)
    {
        await using var scope = platform.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<SiteDirectory>().SwitchAsync(site.Id, on, off, TestContext.Current.CancellationToken)).Succeeded.ShouldBeTrue();
    }

    private static async Task<Result<Guid>> SendWithIdAsync(TestSite site, Actor actor, string operationId, WriteNote command)
    {
        await using var scope = site.Platform.Services.GetRequiredService<SiteScopes>().Open(site.Id);
        scope.ServiceProvider.GetRequiredService<ActorContext>().Set(actor);
        scope.ServiceProvider.GetRequiredService<ServicePlatform.Kernel.Web.OperationContext>().Use(operationId);
        return await scope.ServiceProvider.GetRequiredService<ISender>().SendAsync(command, TestContext.Current.CancellationToken);
    }
}
