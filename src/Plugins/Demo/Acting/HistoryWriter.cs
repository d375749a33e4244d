using ServicePlatform.Demo.Planning;
using ServicePlatform.Demo.Raw;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.Sites;

namespace ServicePlatform.Demo.Acting;

/// <summary>Plans the history of a site and writes down its acts.</summary>
internal sealed class HistoryWriter(RosterReader roster, IProcedureReader procedures, ISiteContext site)
{
    /// <param name="input">How much of it.</param>
    /// <param name="now">Up to when, UTC.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="HistoryException">The material does not suffice for what is asked.</exception>
    public async Task<Script> WriteAsync(HistoryInput input, DateTime now, CancellationToken cancellationToken)
    {
        var material = new Material(input.Site);
        var people = await roster.ReadAsync(material, cancellationToken);
        var scene = new Scene(input, material, people, new WorkingTime(now, site.TimeZone), new Dice(input.Seed), site.Culture);
        var plan = HistoryPlan.Make(scene);
        var script = new Script();
        var fields = new OwnFields(scene);
        new CustomerScript(scene, script, fields).Write(plan.Customers, plan.Machines);
        var jobs = new JobScript(scene, script, fields, new ProcedureBook(scene, procedures, cancellationToken), new Gallery(scene));
        foreach (var job in plan.Jobs.OrderBy(job => job.Start))
        {
            await jobs.WriteAsync(job);
        }

        return script;
    }
}
