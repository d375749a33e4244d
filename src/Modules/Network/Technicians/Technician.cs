using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePlatform.Data;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Network.Organisations;
using ServicePlatform.Search;

namespace ServicePlatform.Network.Technicians;

/// <summary>Somebody who does visits for an organisation; with an account he works on the phone pages.</summary>
internal sealed class Technician : Entity, IVersioned
{
    public const string SubjectKind = "technician";

    private readonly List<TechnicianSkill> _skills = [];

    /// <summary>Staff number, which people read.</summary>
    public required string Code { get; init; }

    public required string Name { get; set; }

    /// <summary>E.164.</summary>
    public required string Phone { get; set; }

    public Guid OrganisationId { get; set; }

    public bool IsActive { get; set; } = true;

    /// <summary>Account, and the name that it signs in with.</summary>
    public Guid? UserId { get; private set; }

    public string? UserName { get; private set; }

    public DateTime ChangedAt { get; set; }

    public int Version { get; private set; }

    public IReadOnlyList<TechnicianSkill> Skills => _skills;

    public Subject Subject => new(SubjectKind, Id);

    /// <summary>True where his skills changed.</summary>
    public bool SetSkills(IEnumerable<string> codes)
    {
        var wanted = codes.ToHashSet(StringComparer.Ordinal);
        var lost = _skills.RemoveAll(skill => !wanted.Contains(skill.Code));
        var gained = wanted.Where(code => !_skills.Exists(skill => skill.Code == code)).Select(code => new TechnicianSkill { TechnicianId = Id, Code = code }).ToList();
        _skills.AddRange(gained);
        return lost + gained.Count > 0;
    }

    public void Link(Guid userId, string userName) => (UserId, UserName) = (userId, userName);

    public IReadOnlyCollection<(SearchField Field, string Text)> SearchTexts() =>
        [(SearchField.Name, Name), (SearchField.Phone, Phone), (SearchField.Number, Code)];

    public TechnicianSummary Summarise(string organisationPath) =>
        new(Id, UserId, Name, Phone, OrganisationId, organisationPath, _skills.Select(skill => skill.Code).Order(StringComparer.Ordinal).ToList(), IsActive);
}

/// <summary>The technician can do this: <c>water-purifier.install</c>.</summary>
internal sealed class TechnicianSkill
{
    public Guid TechnicianId { get; init; }

    public required string Code { get; init; }
}

internal sealed class TechnicianTable : IEntityTypeConfiguration<Technician>
{
    public void Configure(EntityTypeBuilder<Technician> builder)
    {
        builder.ToTable("Network_Technicians");
        builder.Property(row => row.Code).HasMaxLength(Lengths.Code);
        builder.Property(row => row.Name).HasMaxLength(Lengths.Name);
        builder.Property(row => row.Phone).HasMaxLength(Lengths.Phone);
        builder.Property(row => row.UserName).HasMaxLength(Lengths.Code);
        builder.Ignore(row => row.Subject);
        builder.HasIndex(row => row.Code).IsUnique();
        builder.HasIndex(row => new { row.OrganisationId, row.Code });
        builder.HasIndex(row => row.UserId);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(row => row.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(row => row.Skills).WithOne().HasForeignKey(skill => skill.TechnicianId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(row => row.Skills).UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
    }
}

internal sealed class TechnicianSkillTable : IEntityTypeConfiguration<TechnicianSkill>
{
    public void Configure(EntityTypeBuilder<TechnicianSkill> builder)
    {
        builder.ToTable("Network_TechnicianSkills");
        builder.Property(row => row.Code).HasMaxLength(Lengths.Code);
        builder.HasKey(row => new { row.TechnicianId, row.Code });
    }
}
