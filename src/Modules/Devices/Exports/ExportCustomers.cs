using FluentValidation;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Security;

namespace ServicePlatform.Devices.Exports;

/// <summary>
/// Asks for the customers of a principal with their machines as a table. The table itself is written to whoever asks and kept nowhere; that it
/// was asked for stands in the audit.
/// </summary>
[RequirePermission(DevicePermissions.Export)]
[AnswerNotStored]
internal sealed record ExportCustomers(Guid PrincipalId) : ICommand<PrincipalSummary>;

internal sealed class ExportCustomersValidator : AbstractValidator<ExportCustomers>
{
    public ExportCustomersValidator() => RuleFor(command => command.PrincipalId).NotEmpty();
}

internal sealed class ExportCustomersHandler(IPrincipalReader principals, IActorContext actors) : ICommandHandler<ExportCustomers, PrincipalSummary>
{
    public async Task<Result<PrincipalSummary>> HandleAsync(ExportCustomers command, CancellationToken cancellationToken)
    {
        if (!actors.Current.Can(CrmPermissions.Reveal))
        {
            return Failure.Forbidden("devices.export-reveal");
        }

        return actors.Current.WorksFor(command.PrincipalId) && (await principals.ListAsync(cancellationToken)).FirstOrDefault(principal => principal.Id == command.PrincipalId) is { } found
            ? found
            : Failure.Invalid(nameof(command.PrincipalId), "devices.principal-unknown");
    }
}
