using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Devices.Categories;
using ServicePlatform.Devices.Filters;
using ServicePlatform.Devices.Models;

namespace ServicePlatform.Devices.Machines;

/// <summary>What must hold of a machine whoever registers or edits it.</summary>
internal sealed class MachineRules(ISiteDb db, Catalogue catalogue, ICustomerReader customers)
{
    public const double LeastLitresPerDay = 0.5;
    public const double MostLitresPerDay = Pace.MostLitresPerDay;

    /// <summary>An orphan has no model of the catalogue; whoever sold it is not known.</summary>
    public static bool IsOrphan(Model? model, DateOnly? soldOn) => model is null && soldOn is null;

    /// <summary>Finds what the input names, and refuses what does not fit together.</summary>
    /// <param name="machineId">The machine that is edited; null for a new one.</param>
    public async Task<Result<ResolvedMachine>> ResolveAsync(
        Guid? machineId,
        Guid principalId,
        MachinePlace place,
        MachineDetails details,
        CancellationToken cancellationToken)
    {
        if (await CheckPlaceAsync(principalId, place, cancellationToken) is { } wrongPlace)
        {
            return wrongPlace;
        }

        var serial = SerialNumber.Parse(details.Serial);
        if (serial is null && !string.IsNullOrWhiteSpace(details.Serial))
        {
            return Failure.Invalid("Serial", "devices.serial-unreadable");
        }

        if (serial is not null && await IsTakenAsync(machineId, principalId, serial, cancellationToken))
        {
            return Failure.Invalid("Serial", "devices.serial-taken", serial);
        }

        return await ResolveProductAsync(principalId, details, serial, cancellationToken);
    }

    private async Task<Failure?> CheckPlaceAsync(Guid principalId, MachinePlace place, CancellationToken cancellationToken)
    {
        var found = await customers.FindPlaceAsync(place.CustomerId, place.AddressId, cancellationToken);
        return found is null ? Failure.Invalid("CustomerId", "devices.customer-unknown")
            : found.PrincipalId != principalId ? Failure.Invalid("CustomerId", "devices.customer-of-other-principal")
            : found.HasAddress ? null
            : Failure.Invalid("AddressId", "devices.address-unknown");
    }

    private Task<bool> IsTakenAsync(Guid? machineId, Guid principalId, string serial, CancellationToken cancellationToken) =>
        db.Unscoped<Machine>("serials are unique in the whole principal; only yes or no is answered")
            .AnyAsync(machine => machine.PrincipalId == principalId && machine.SerialKey == serial && machine.Id != machineId, cancellationToken);

    private async Task<Result<ResolvedMachine>> ResolveProductAsync(Guid principalId, MachineDetails details, string? serial, CancellationToken cancellationToken)
    {
        var model = string.IsNullOrWhiteSpace(details.ModelCode) ? null : await catalogue.FindModelAsync(principalId, details.ModelCode, cancellationToken);
        if (model is null && !string.IsNullOrWhiteSpace(details.ModelCode))
        {
            return Failure.Invalid("ModelCode", "devices.model-unknown", Model.NormaliseCode(details.ModelCode));
        }

        var category = model is null
            ? await catalogue.FindCategoryAsync(details.CategoryCode ?? "", cancellationToken)
            : await catalogue.CategoryAsync(model.CategoryId, cancellationToken);
        if (category is null)
        {
            return Failure.Invalid("CategoryCode", "devices.category-unknown", details.CategoryCode ?? "");
        }

        return AttributeRules.Check(category, details.Attributes) is { } wrong ? wrong : new ResolvedMachine(model, category, serial);
    }
}

internal sealed record MachinePlace(Guid CustomerId, Guid? AddressId);

/// <param name="Attributes">Null where the writer knows none, such as an import; required ones are then not asked for.</param>
internal sealed record MachineDetails(string? ModelCode, string? CategoryCode, string? Serial, IReadOnlyDictionary<string, string>? Attributes);

internal sealed record ResolvedMachine(Model? Model, Category Category, string? Serial);

internal static class DateRules
{
    public static void NotInFuture<T>(this IRuleBuilder<T, DateOnly?> rule, SiteDays days, IStringLocalizer<Texts> texts) =>
        rule.Must(day => day is not { } date || (date <= days.Today && date.Year >= 1980)).WithMessage(_ => texts["Invalid.Future"]);
}
