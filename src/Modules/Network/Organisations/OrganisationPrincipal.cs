namespace ServicePlatform.Network.Organisations;

/// <summary>The organisation serves the principal.</summary>
internal sealed class OrganisationPrincipal
{
    public Guid OrganisationId { get; init; }

    public Guid PrincipalId { get; init; }
}
