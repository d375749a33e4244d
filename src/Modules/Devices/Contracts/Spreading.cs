using ServicePlatform.Events;

namespace ServicePlatform.Devices.Contracts;

/// <summary>
/// What due dates rest on has changed at a customer: where he lives, or how many live there. His machines after this id are yet to follow.
/// </summary>
public sealed record HouseholdChangeSpread(Guid CustomerId, Guid After) : IEvent;

/// <summary>The water in a compound has new figures. The machines at addresses after this id are yet to follow.</summary>
public sealed record WaterChangeSpread(Guid CompoundId, Guid After) : IEvent;
