using FluentValidation;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Playbooks.Layers;

namespace ServicePlatform.Playbooks.Editing;

/// <summary>Changes places of an own step with its neighbour in the section.</summary>
/// <param name="Version">Version of the draft that the editor had before him.</param>
[WritesProcedures]
internal sealed record MoveStep(Guid LayerId, string Code, bool Up, int Version) : ICommand;

/// <summary>Takes out an own step, or leaves out one of a higher layer that is not mandatory.</summary>
[WritesProcedures]
internal sealed record RemoveStep(Guid LayerId, string Code, int Version) : ICommand;

/// <summary>Gives a higher layer's step back its own words and place.</summary>
[WritesProcedures]
internal sealed record RestoreStep(Guid LayerId, string Code, int Version) : ICommand;

internal sealed class MoveStepValidator : AbstractValidator<MoveStep>
{
    public MoveStepValidator() => RuleFor(command => command.Code).NotEmpty().MaximumLength(Lengths.Code);
}

internal sealed class RemoveStepValidator : AbstractValidator<RemoveStep>
{
    public RemoveStepValidator() => RuleFor(command => command.Code).NotEmpty().MaximumLength(Lengths.Code);
}

internal sealed class RestoreStepValidator : AbstractValidator<RestoreStep>
{
    public RestoreStepValidator() => RuleFor(command => command.Code).NotEmpty().MaximumLength(Lengths.Code);
}

internal sealed class MoveStepHandler(DraftDesk desk) : ICommandHandler<MoveStep, Done>
{
    public async Task<Result<Done>> HandleAsync(MoveStep command, CancellationToken cancellationToken)
    {
        var opened = await desk.DraftAsync(command.LayerId, command.Version, cancellationToken);
        if (!opened.Succeeded)
        {
            return opened.Failure;
        }

        opened.Value.Write(opened.Value.Sheet().Move(command.Code, command.Up));
        return Result.Done;
    }
}

internal sealed class RemoveStepHandler(DraftDesk desk) : ICommandHandler<RemoveStep, Done>
{
    public async Task<Result<Done>> HandleAsync(RemoveStep command, CancellationToken cancellationToken)
    {
        var opened = await desk.DraftAsync(command.LayerId, command.Version, cancellationToken);
        if (!opened.Succeeded)
        {
            return opened.Failure;
        }

        var sheet = opened.Value.Sheet();
        if (sheet.Find(command.Code) is not { } row)
        {
            return Failure.NotFound("playbooks.no-such-step");
        }

        if (!row.IsOwn && LayerRights.OnlyAdds(opened.Value.Layer.Owner))
        {
            return Failure.Conflict("playbooks.dealer-only-adds");
        }

        if (!row.IsOwn && row.Step.MandatedBy is { } mandate && !mandate.Owner.IsSameHandAs(opened.Value.Layer.Owner))
        {
            return Failure.Conflict("playbooks.step-mandatory");
        }

        opened.Value.Write(sheet.Remove(command.Code));
        return Result.Done;
    }
}

internal sealed class RestoreStepHandler(DraftDesk desk) : ICommandHandler<RestoreStep, Done>
{
    public async Task<Result<Done>> HandleAsync(RestoreStep command, CancellationToken cancellationToken)
    {
        var opened = await desk.DraftAsync(command.LayerId, command.Version, cancellationToken);
        if (!opened.Succeeded)
        {
            return opened.Failure;
        }

        opened.Value.Write(opened.Value.Sheet().Restore(command.Code));
        return Result.Done;
    }
}
