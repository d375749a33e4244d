using System.Data;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Data.Identity;
using ServicePlatform.Data.Sites;
using ServicePlatform.UnitTests.Kernel.Support;

namespace ServicePlatform.UnitTests.Kernel.Sites;

public sealed class ConnectionTests : IDisposable
{
    private readonly TestSite _site = new();

    private CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_scope_keeps_its_connection_until_it_ends()
    {
        await using var db = _site.Create();
        var connection = db.Database.GetDbConnection();
        await new SiteDb(db, _site).List<SiteRole>().ToListAsync(Cancellation);
        connection.State.ShouldBe(ConnectionState.Open);

        await db.DisposeAsync();
        connection.State.ShouldBe(ConnectionState.Closed);
    }

    public void Dispose() => _site.Dispose();
}
