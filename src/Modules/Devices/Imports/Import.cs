using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePlatform.Data;
using ServicePlatform.Tasks;

namespace ServicePlatform.Devices.Imports;

internal enum ImportState
{
    /// <summary>Uploaded; the columns are matched and nothing is imported yet.</summary>
    Open,

    /// <summary>A long task writes it.</summary>
    Running,
    Done,
}

/// <summary>A table that somebody brought, what its columns mean, and what became of it.</summary>
internal sealed class Import : Entity, IVersioned
{
    /// <summary>Kind of the owner of its files.</summary>
    public const string Kind = "import";

    public required Guid PrincipalId { get; init; }

    public required Guid FileId { get; init; }

    public required string FileName { get; init; }

    public required string Encoding { get; init; }

    public required int Rows { get; init; }

    public required Guid CreatedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Meanings by column of the file, with commas between; empty for none.</summary>
    public string Columns { get; private set; } = "";

    public ImportState State { get; private set; }

    /// <summary>The long task of its last run; null before there is one.</summary>
    public Guid? TaskId { get; private set; }

    /// <summary>Counted over all runs, as are the two below.</summary>
    public int CustomersCreated { get; private set; }

    public int CustomersChanged { get; private set; }

    public int MachinesCreated { get; private set; }

    public int RowsRefused { get; private set; }

    /// <summary>The rows that were left out, each with its reason.</summary>
    public Guid? ProblemsFileId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? FinishedAt { get; private set; }

    public int Version { get; private set; }

    public ColumnMap Map => ColumnMap.Of(Columns.Split(','));

    public void SetColumns(ColumnMap map, int columns) => Columns = string.Join(',', Enumerable.Range(0, columns).Select(map.MeaningOf));

    public void Start(Guid taskId)
    {
        State = ImportState.Running;
        TaskId = taskId;
    }

    /// <summary>Adds customers that were written with their machines.</summary>
    public void Count(IReadOnlyCollection<PlannedCustomer> written)
    {
        CustomersCreated += written.Count(customer => customer.Outcome == RowOutcome.Create);
        CustomersChanged += written.Count(customer => customer.Outcome == RowOutcome.Change);
        MachinesCreated += written.Sum(customer => customer.Machines.Count(machine => !machine.Exists));
    }

    /// <summary>It was stopped or could not go on; what was written stays, and it may be run again.</summary>
    public void Reopen() => State = ImportState.Open;

    public async Task<LongTaskState?> LastTaskAsync(ILongTasks tasks, CancellationToken cancellationToken) =>
        TaskId is { } id ? (await tasks.StatesAsync([id], cancellationToken)).GetValueOrDefault(id) : null;

    public void Finish(int rowsRefused, Guid? problemsFileId, DateTime at)
    {
        State = ImportState.Done;
        RowsRefused = rowsRefused;
        ProblemsFileId = problemsFileId;
        FinishedAt = at;
    }
}

internal sealed class ImportTable : IEntityTypeConfiguration<Import>
{
    public void Configure(EntityTypeBuilder<Import> builder)
    {
        builder.ToTable("Devices_Imports");
        builder.Ignore(import => import.Map);
        builder.Property(import => import.FileName).HasMaxLength(Lengths.Name);
        builder.Property(import => import.Encoding).HasMaxLength(Lengths.Kind);
        builder.Property(import => import.Columns).HasMaxLength(Lengths.Text);
        builder.HasIndex(import => new { import.CreatedAt, import.Id });
    }
}
