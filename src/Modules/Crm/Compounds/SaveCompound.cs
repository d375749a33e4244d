using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Crm.Customers;
using ServicePlatform.Data;
using ServicePlatform.Geography;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Search;
using ServicePlatform.Security;
using ServicePlatform.Sites;
using ServicePlatform.Timelines;

namespace ServicePlatform.Crm.Compounds;

/// <summary>Adds a compound (id null) or changes it.</summary>
/// <param name="Code">Only read for a new one; null makes one.</param>
/// <param name="CountyCode">Six digits.</param>
[RequirePermission(CrmPermissions.Edit)]
internal sealed record SaveCompound(Guid? CompoundId, string? Code, string Name, string CountyCode, string? Street, GeoPoint? Position, int Version) : ICommand<Guid>;

internal sealed class SaveCompoundValidator : AbstractValidator<SaveCompound>
{
    public SaveCompoundValidator(IStringLocalizer<Texts> texts)
    {
        RuleFor(command => command.Code).MaximumLength(Lengths.Code).Matches("^[a-z0-9]+(-[a-z0-9]+)*$").WithMessage(_ => texts["Validation.Code"]);
        RuleFor(command => command.Name).NotEmpty().MaximumLength(Lengths.Name);
        RuleFor(command => command.CountyCode).NotEmpty().Matches("^[0-9]{6}$").WithMessage(_ => texts["Validation.Division"]);
        RuleFor(command => command.Street).MaximumLength(Lengths.Address);
        RuleFor(command => command.Position).Must(position => position is null or { IsValid: true }).WithMessage(_ => texts["Validation.Position"]);
    }
}

internal sealed class SaveCompoundHandler(ISiteDb db, CompoundBook book, IDivisions divisions, ITimeline timeline, ISearchIndex search, IClock clock)
    : ICommandHandler<SaveCompound, Guid>
{
    public async Task<Result<Guid>> HandleAsync(SaveCompound command, CancellationToken cancellationToken)
    {
        if (divisions.Find(command.CountyCode) is null)
        {
            return Failure.Invalid(nameof(command.CountyCode), "crm.division-unknown");
        }

        var name = command.Name.Trim();
        if (await db.List<Compound>().AnyAsync(row => row.CountyCode == command.CountyCode && row.Name == name && row.Id != command.CompoundId, cancellationToken))
        {
            return Failure.Invalid(nameof(command.Name), "crm.compound-taken", name);
        }

        var found = command.CompoundId is { } id ? await FindAsync(id, command.Version, cancellationToken) : await AddAsync(command, name, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        var compound = found.Value;
        (compound.Name, compound.CountyCode, compound.Street) = (name, command.CountyCode, command.Street.Blank());
        compound.StandAt(command.Position);
        if (db.Set<Compound>().Entry(compound).State is EntityState.Added or EntityState.Modified)
        {
            var subject = new Subject(Compound.SubjectKind, compound.Id);
            compound.ChangedAt = clock.UtcNow;
            timeline.Add(subject, command.CompoundId is null ? "crm.compound-added" : "crm.compound-changed");
            await search.SetAsync(subject, [(SearchField.Name, name)], cancellationToken);
        }

        return compound.Id;
    }

    private async Task<Result<Compound>> FindAsync(Guid id, int version, CancellationToken cancellationToken)
    {
        var compound = await db.Set<Compound>().FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (compound is null)
        {
            return Failure.NotFound("crm.compound-not-found");
        }

        return compound.Version == version
            ? compound
            : new Failure(FailureKind.Conflict, "kernel.stale") { Versions = new VersionConflict(version, compound.Version) };
    }

    private async Task<Result<Compound>> AddAsync(SaveCompound command, string name, CancellationToken cancellationToken)
    {
        if (command.Code is not { } code)
        {
            return await book.FindOrAddAsync(command.CountyCode, name, cancellationToken);
        }

        if (await db.List<Compound>().AnyAsync(row => row.Code == code, cancellationToken))
        {
            return Failure.Invalid(nameof(command.Code), "crm.code-taken", code);
        }

        var compound = new Compound { Code = code, Name = name, CountyCode = command.CountyCode };
        db.Set<Compound>().Add(compound);
        return compound;
    }
}
