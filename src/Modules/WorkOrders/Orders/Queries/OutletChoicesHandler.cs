using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Security;

namespace ServicePlatform.WorkOrders.Orders.Queries;

internal sealed class OutletChoicesHandler(
    ISiteDb db, IServiceAreas areas, IOrganisationReader organisations, ITechnicianReader technicians, IActorContext actors, OutletFigures figures)
    : IQueryHandler<OutletChoices, IReadOnlyList<OutletChoice>>
{
    /// <summary>Outlets outside their area that are offered as well: the dispatcher may know better.</summary>
    private const int Others = 20;

    public async Task<Result<IReadOnlyList<OutletChoice>>> HandleAsync(OutletChoices query, CancellationToken cancellationToken)
    {
        var order = await db.List<Order>().Include(row => row.Assignments).Include(row => row.Lines)
            .FirstOrDefaultAsync(row => row.Id == query.OrderId, cancellationToken);
        if (order is null)
        {
            return Failure.NotFound("orders.order-not-found");
        }

        var candidates = await CandidatesAsync(order, cancellationToken);
        var known = await figures.ReadAsync([.. candidates.Select(candidate => candidate.Organisation.Id)], order, cancellationToken);
        var people = await technicians.BelowAsync([.. candidates.Select(candidate => candidate.Organisation.Path).Distinct(StringComparer.Ordinal)], cancellationToken);
        var choices = candidates.ConvertAll(candidate => Choice(
            order, candidate, [.. people.Where(person => OrganisationPaths.IsAtOrBelow(person.OrganisationPath, candidate.Organisation.Path))], known));
        return choices.OrderBy(choice => choice.Excluded is not null)
            .ThenByDescending(choice => choice.CodePrefix?.Length ?? 0)
            .ThenByDescending(choice => choice.IsPrimary)
            .ThenByDescending(choice => choice.KnowsMachine)
            .ThenBy(choice => choice.SkilledTechnicians == 0)
            .ThenBy(choice => choice.OpenOrders)
            .ToList();
    }

    /// <summary>Those whose area holds the place, then others of the dispatcher's own part of the tree.</summary>
    private async Task<List<OutletCandidate>> CandidatesAsync(Order order, CancellationToken cancellationToken)
    {
        var inArea = order.DivisionCode is { } code
            ? await areas.FindOutletsAsync(order.PrincipalId, order.CategoryCode, code, cancellationToken)
            : [];
        var known = inArea.Select(candidate => candidate.Organisation.Id).ToHashSet();
        var tree = await organisations.BelowAsync(actors.Current.ScopePath ?? "/", cancellationToken);
        return
        [
            .. inArea,
            .. tree.Where(node => node is { IsActive: true, Kind: OrganisationKind.Outlet }
                    && node.PrincipalIds.Contains(order.PrincipalId) && !known.Contains(node.Id))
                .Take(Others).Select(node => new OutletCandidate(node, "", IsPrimary: false)),
        ];
    }

    private OutletChoice Choice(Order order, OutletCandidate candidate, IReadOnlyList<TechnicianSummary> people, OutletFigureSet known)
    {
        var outlet = candidate.Organisation;
        var skilled = people.Count(person => Skills.Fit(order, person));
        var choice = new OutletChoice(
            outlet.Id,
            outlet.Name,
            outlet.Ownership,
            candidate.CodePrefix.Length == 0 ? null : candidate.CodePrefix,
            candidate.IsPrimary,
            known.KnowsMachine(outlet.Id),
            known.OpenOrders(outlet.Id),
            people.Count,
            skilled,
            known.Refusals(outlet.Id),
            known.Assignments(outlet.Id),
            [],
            Excluded(order, outlet));
        return choice with { Reasons = [.. Reasons(choice)] };
    }

    private static IEnumerable<string> Reasons(OutletChoice choice)
    {
        yield return choice.CodePrefix is null ? "outside-area" : choice.IsPrimary ? "primary" : "area";
        if (choice.KnowsMachine)
        {
            yield return "knows-machine";
        }

        yield return choice.SkilledTechnicians > 0 ? "skilled" : "no-skilled-technician";
        if (choice.OpenOrders == 0)
        {
            yield return "free";
        }
    }

    private string? Excluded(Order order, OrganisationSummary outlet)
    {
        if (order.Excludes(outlet.Id))
        {
            return "refused";
        }

        if (order.Holding?.OrganisationId == outlet.Id)
        {
            return "has-it";
        }

        if (!outlet.PrincipalIds.Contains(order.PrincipalId))
        {
            return "other-principal";
        }

        var actor = actors.Current;
        return actor.Kind == ActorKind.System || OrganisationPaths.IsAtOrBelow(outlet.Path, actor.ScopePath) ? null : "out-of-scope";
    }
}
