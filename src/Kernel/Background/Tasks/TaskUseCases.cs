using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Data.Identity;
using ServicePlatform.Data.Sites;
using ServicePlatform.Data.Tasks;
using ServicePlatform.Security;
using ServicePlatform.Sites;
using ServicePlatform.Tasks;

namespace ServicePlatform.Background.Tasks;

/// <summary>Long tasks, the newest first.</summary>
[RequirePermission(BackgroundPermissions.Manage)]
internal sealed record ListTasks(LongTaskPhase? Phase, PageRequest Page) : IQuery<Page<TaskLine>>;

[RequirePermission(BackgroundPermissions.Manage)]
internal sealed record GetTask(Guid TaskId) : IQuery<TaskLine>;

/// <summary>Asks a task to stop; what its finished steps have done stays.</summary>
[RequirePermission(BackgroundPermissions.Manage)]
internal sealed record CancelTask(Guid TaskId) : ICommand;

/// <param name="StartedBy">Name of the person; null where the product did, or he is gone.</param>
internal sealed record TaskLine(LongTaskRow Row, LongTaskState State, string? StartedBy);

internal sealed class ListTasksHandler(SiteDbContext db, IClock clock) : IQueryHandler<ListTasks, Page<TaskLine>>
{
    public async Task<Result<Page<TaskLine>>> HandleAsync(ListTasks query, CancellationToken cancellationToken)
    {
        var rows = db.Set<LongTaskRow>().AsNoTracking().Where(row => query.Phase == null || row.Phase == query.Phase);
        var page = await rows.ToPageAsync(row => row.CreatedAt, row => row.Id, query.Page, descending: true, cancellationToken);
        var names = await db.NamesAsync([.. page.Items.Select(row => row.StartedBy)], cancellationToken);
        var now = clock.UtcNow;
        return page.Select(row => new TaskLine(row, row.StateAt(now), names.GetValueOrDefault(row.StartedBy)));
    }
}

internal sealed class GetTaskHandler(SiteDbContext db, IClock clock) : IQueryHandler<GetTask, TaskLine>
{
    public async Task<Result<TaskLine>> HandleAsync(GetTask query, CancellationToken cancellationToken)
    {
        var row = await db.Set<LongTaskRow>().AsNoTracking().SingleOrDefaultAsync(task => task.Id == query.TaskId, cancellationToken);
        return row is null
            ? Failure.NotFound("background.task-not-found")
            : new TaskLine(row, row.StateAt(clock.UtcNow), (await db.NamesAsync([row.StartedBy], cancellationToken)).GetValueOrDefault(row.StartedBy));
    }
}

internal sealed class CancelTaskHandler(SiteDbContext db, ILongTasks tasks) : ICommandHandler<CancelTask, Done>
{
    public async Task<Result<Done>> HandleAsync(CancelTask command, CancellationToken cancellationToken)
    {
        if (!await db.Set<LongTaskRow>().AnyAsync(task => task.Id == command.TaskId, cancellationToken))
        {
            return Failure.NotFound("background.task-not-found");
        }

        await tasks.CancelAsync(command.TaskId, cancellationToken);
        return Result.Done;
    }
}

internal static class StarterNames
{
    public static Task<Dictionary<Guid, string>> NamesAsync(this SiteDbContext db, IReadOnlyCollection<Guid> userIds, CancellationToken cancellationToken) =>
        db.Set<SiteUser>().AsNoTracking().Where(user => userIds.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancellationToken);
}
