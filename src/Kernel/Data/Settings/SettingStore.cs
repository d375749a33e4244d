using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServicePlatform.Data.Sites;
using ServicePlatform.Settings;

namespace ServicePlatform.Data.Settings;

public sealed class SettingRow : IVersioned
{
    /// <summary>Full name of the settings' type.</summary>
    public required string Name { get; init; }

    public required string Json { get; set; }

    public int Version { get; private set; }
}

internal sealed class SettingTable : IEntityTypeConfiguration<SettingRow>
{
    public void Configure(EntityTypeBuilder<SettingRow> builder)
    {
        builder.ToTable("Kernel_Settings");
        builder.HasKey(r => r.Name);
        builder.Property(r => r.Name).HasMaxLength(Lengths.Name);
        builder.Property(r => r.Json).HasMaxLength(Lengths.Json);
    }
}

internal sealed class SettingStore(SiteDbContext db) : ISettings
{
    public async Task<T> GetAsync<T>(CancellationToken cancellationToken)
        where T : class, new()
    {
        var row = await db.Set<SettingRow>().FindAsync([NameOf<T>()], cancellationToken);
        return row is null ? new T() : JsonSerializer.Deserialize<T>(row.Json) ?? new T();
    }

    public async Task<int> VersionAsync<T>(CancellationToken cancellationToken)
        where T : class, new() =>
        (await db.Set<SettingRow>().FindAsync([NameOf<T>()], cancellationToken))?.Version ?? -1;

    public async Task SetAsync<T>(T value, CancellationToken cancellationToken)
        where T : class, new()
    {
        var json = JsonSerializer.Serialize(value);
        var row = await db.Set<SettingRow>().FindAsync([NameOf<T>()], cancellationToken);
        if (row is null)
        {
            db.Add(new SettingRow { Name = NameOf<T>(), Json = json });
        }
        else
        {
            row.Json = json;
        }
    }

    private static string NameOf<T>() => typeof(T).FullName!;
}
