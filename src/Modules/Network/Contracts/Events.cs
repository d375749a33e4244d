using ServicePlatform.Events;

namespace ServicePlatform.Network.Contracts;

/// <summary>An organisation was added or its facts were changed.</summary>
public sealed record OrganisationSaved(Guid OrganisationId, bool IsNew) : IEvent;

/// <summary>
/// A node and all below it stand at another place of the tree. Paths that other modules keep change in the same
/// transaction: what began with <paramref name="OldPath"/> begins with <paramref name="NewPath"/>.
/// </summary>
public sealed record OrganisationMoved(Guid OrganisationId, string OldPath, string NewPath) : IEvent;

/// <summary>A technician was added or changed: skills, organisation, account, active or not.</summary>
public sealed record TechnicianSaved(Guid TechnicianId, bool IsNew) : IEvent;
