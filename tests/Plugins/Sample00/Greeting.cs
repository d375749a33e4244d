using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Migrations;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Events;
using ServicePlatform.Security;
using ServicePlatform.SampleModule.Notes;

namespace Sample00;

/// <summary>A row of the plugin's own table.</summary>
internal sealed class Greeting : Entity
{
    public required string Text { get; init; }
}

internal sealed class GreetingTable : IEntityTypeConfiguration<Greeting>
{
    public void Configure(EntityTypeBuilder<Greeting> builder)
    {
        builder.ToTable(Behaviour.Is("foreign-table") ? "Kernel_Greetings" : "Sample00_Greetings");
        builder.Property(greeting => greeting.Text).HasMaxLength(Lengths.Name);
    }
}

[Migration("20261122_10000_Sample00")]
internal sealed class Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Create(migrationBuilder);
        if (Behaviour.Is("throws-at-migration"))
        {
            Create(migrationBuilder);
        }
    }

    private static void Create(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        name: "Sample00_Greetings",
        columns: table => new
        {
            Id = table.Column<Guid>(nullable: false),
            Text = table.Column<string>(maxLength: 200, nullable: false),
        },
        constraints: table => table.PrimaryKey("PK_Sample00_Greetings", row => row.Id));
}

[RequirePermission("sample00.greet")]
internal sealed record Greet(string Text) : ICommand<int>;

internal sealed class GreetHandler(ISiteDb db, Counter counter) : ICommandHandler<Greet, int>
{
    public async Task<Result<int>> HandleAsync(Greet command, CancellationToken cancellationToken)
    {
        db.Set<Greeting>().Add(new Greeting { Text = command.Text });
        return await counter.CountAsync(cancellationToken) + 1;
    }
}

/// <summary>The plugin's own service.</summary>
internal sealed class Counter(ISiteDb db)
{
    public Task<int> CountAsync(CancellationToken cancellationToken) => db.Set<Greeting>().CountAsync(cancellationToken);
}

/// <summary>Greets each note.</summary>
internal sealed class GreetNote(ISiteDb db) : IEventHandler<NoteWritten>
{
    public async Task HandleAsync(NoteWritten domainEvent, CancellationToken cancellationToken)
    {
        db.Set<Greeting>().Add(new Greeting { Text = domainEvent.Text });
        Behaviour.ThrowIf("throws-in-handler");
        await Behaviour.HangIfAsync("hangs-in-handler");
    }
}

/// <summary>Says no to some notes, and means it.</summary>
[Decisive]
internal sealed class RefuseNote : IEventHandler<NoteWritten>
{
    public Task HandleAsync(NoteWritten domainEvent, CancellationToken cancellationToken) =>
        domainEvent.Text == "refused by Sample00" ? throw new InvalidOperationException("Not this note.") : Task.CompletedTask;
}
