using ServicePlatform.Commands;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.WorkOrders.Contracts;

namespace ServicePlatform.WorkOrders.Visits;

/// <summary>The customer's word that the work was done, and how it is taken back.</summary>
internal sealed partial class Visit
{
    /// <summary>The customer signs for work that is done: nothing mandatory is open, and nothing is changed after it.</summary>
    public Failure? CanSign()
    {
        if (State != VisitState.Working)
        {
            return WrongState(State);
        }

        return SignedAt is null ? StepsLeft() ?? Unproven() : Failure.Conflict("orders.already-signed");
    }

    public Failure? Sign(string signerName, Guid fileId, DateTime at, DateTime now)
    {
        if ((CanSign() ?? TooEarly(at)) is { } failure)
        {
            return failure;
        }

        (SignerName, SignedAt, SignatureFileId, SignatureVoidReason, ChangedAt) = (signerName, at, fileId, null, now);
        foreach (var step in _steps.Where(step => step.Kind == StepKind.Signature))
        {
            step.MarkDone(at, now);
        }

        Note("orders.signed");
        return null;
    }

    public Failure? CanVoidSignature()
    {
        if (State != VisitState.Working)
        {
            return WrongState(State);
        }

        return SignedAt is null ? Failure.Conflict("orders.not-signed") : null;
    }

    /// <summary>What was signed can be corrected, and is signed again. The picture of the old signature stays with the visit's files.</summary>
    public Failure? VoidSignature(string reason, DateTime now)
    {
        if (CanVoidSignature() is { } failure)
        {
            return failure;
        }

        var signer = SignerName ?? "";
        (SignerName, SignedAt, SignatureFileId, SignatureVoidReason, ChangedAt) = (null, null, null, reason, now);
        foreach (var step in _steps.Where(step => step.Kind == StepKind.Signature))
        {
            step.Undo();
        }

        Note("orders.signature-voided", signer, reason);
        return null;
    }
}
