using FluentValidation;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Geography;
using ServicePlatform.Settings;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Visits;

internal sealed class ConfirmArrivalValidator : AbstractValidator<ConfirmArrival>
{
    public ConfirmArrivalValidator(IStringLocalizer<Texts> texts)
    {
        RuleFor(command => command.Position).Must(point => point is null || point.Value.IsValid).WithMessage(_ => texts["Validation.Position"]);
        RuleFor(command => command.AccuracyMetres).InclusiveBetween(0, 1_000_000).When(command => command.AccuracyMetres is not null);
    }
}

internal sealed class ConfirmArrivalHandler(FieldDesk desk, ICustomerReader customers, ISettings settings, ISender sender)
    : ICommandHandler<ConfirmArrival, ArrivalOutcome>
{
    public async Task<Result<ArrivalOutcome>> HandleAsync(ConfirmArrival command, CancellationToken cancellationToken)
    {
        var outcome = ArrivalOutcome.Skipped;
        var done = await desk.ActAsync(
            command.VisitId,
            command.At,
            async job =>
            {
                var recorded = await RecordedAsync(job.Visit, cancellationToken);
                var policy = await settings.GetAsync<ArrivalPolicy>(cancellationToken);
                var arrival = Arrival.Check(command.Position, command.AccuracyMetres, recorded, job.Delay, policy);
                outcome = arrival.Outcome;
                return job.Visit.Arrive(arrival, job.At) ?? await FillAsync(job.Visit, arrival, cancellationToken);
            },
            cancellationToken);
        return done.Succeeded ? outcome : done.Failure;
    }

    private async Task<GeoPoint?> RecordedAsync(Visit visit, CancellationToken cancellationToken) =>
        visit.AddressId is { } id ? (await customers.GetAddressesAsync([id], cancellationToken)).GetValueOrDefault(id)?.Position : null;

    /// <summary>The first good fix becomes the place of an address that has none; that it cannot does not keep anybody from working.</summary>
    private async Task<Failure?> FillAsync(Visit visit, Arrival arrival, CancellationToken cancellationToken)
    {
        if (arrival is { FillsAddress: true, Position: { } position } && visit.AddressId is { } addressId)
        {
            await sender.SendAsync(new FillAddressPosition(addressId, position), cancellationToken);
        }

        return null;
    }
}
