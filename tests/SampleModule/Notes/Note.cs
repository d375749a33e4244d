using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePlatform.Data;

namespace ServicePlatform.SampleModule.Notes;

/// <summary>A held row, for tests of the kernel.</summary>
public sealed class Note : Entity, IHeld, IVersioned
{
    public Guid PrincipalId { get; init; }

    public required string HolderPath { get; set; }

    public required string Number { get; init; }

    public required string Text { get; set; }

    public int Version { get; private set; }
}

/// <summary>What the listener wrote for a note.</summary>
public sealed class NoteEcho : Entity
{
    public Guid NoteId { get; init; }

    public int Attempt { get; init; }
}

internal sealed class NoteTable : IEntityTypeConfiguration<Note>
{
    public void Configure(EntityTypeBuilder<Note> builder)
    {
        builder.ToTable("SampleModule_Notes");
        builder.Property(note => note.Number).HasMaxLength(Lengths.Number);
        builder.Property(note => note.Text).HasMaxLength(Lengths.Text);
        builder.HasIndex(note => note.Number).IsUnique();
        builder.HasIndex(note => new { note.HolderPath, note.Number, note.Id });
    }
}

internal sealed class NoteEchoTable : IEntityTypeConfiguration<NoteEcho>
{
    public void Configure(EntityTypeBuilder<NoteEcho> builder)
    {
        builder.ToTable("SampleModule_NoteEchoes");
        builder.HasIndex(echo => echo.NoteId);
    }
}
