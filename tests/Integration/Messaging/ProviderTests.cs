using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data.Settings;
using ServicePlatform.IntegrationTests.Fixture;
using ServicePlatform.Messaging.Providers;
using ServicePlatform.Security;

namespace ServicePlatform.IntegrationTests.Messaging;

public sealed class ProviderTests(TestPlatform platform)
{
    private const string Secret = "gateway-secret-7";

    [Theory, DatabaseData]
    public async Task A_test_reaches_the_gateway_in_the_documented_shape(string database)
    {
        var site = await platform.CreateSiteAsync(database);
        await using var gateway = new Listener("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n");
        await site.DoAsync(new SaveSms(false, $"http://127.0.0.1:{gateway.Port}/v1/messages", "AquaPure", Secret, -1), Admin);

        (await site.AskAsync(new TestSms("13800001234"), Admin)).Succeeded.ShouldBeTrue();

        var request = await gateway.HeardAsync();
        request.ShouldStartWith("POST /v1/messages HTTP/1.1");
        request.ShouldContain("Authorization: Bearer " + Secret);
        request.ShouldContain("Idempotency-Key: ");
        request.ShouldContain("\"to\":\"+8613800001234\"");
        request.ShouldContain("\"sender\":\"AquaPure\"");
    }

    [Fact]
    public async Task What_the_gateway_says_is_told()
    {
        var site = await platform.CreateSiteAsync("Sqlite");
        (await site.AskAsync(new TestSms("13800001234"), Admin)).Failure!.Code.ShouldBe("messaging.sms-off");
        (await site.AskAsync(new TestSms("12345"), Admin)).Failure!.Fields.Single().Field.ShouldBe("Phone");
        await using (var gateway = new Listener("HTTP/1.1 402 Payment Required\r\nContent-Length: 16\r\n\r\nbalance too low\n"))
        {
            await site.DoAsync(new SaveSms(true, $"http://127.0.0.1:{gateway.Port}/", "", "", -1), Admin);
            var refused = (await site.AskAsync(new TestSms("13800001234"), Admin)).Failure!;
            refused.Code.ShouldBe("messaging.sms-refused");
            refused.Arguments.ShouldBe([402, "balance too low"]);
        }

        (await site.AskAsync(new TestSms("13800001234"), Admin)).Failure!.Code.ShouldBe("messaging.sms-unreached");
    }

    [Theory, DatabaseData]
    public async Task A_secret_is_neither_in_the_database_nor_on_a_page_nor_sent_elsewhere(string database)
    {
        var site = await platform.CreateSiteAsync(database);
        await site.DoAsync(new SaveSms(true, "https://sms.example.com/", "", Secret, -1), Admin);
        await site.DoAsync(new SaveEmail(true, "smtp.example.com", 587, EmailEncryption.StartTls, "mailer", Secret, "service@example.com", "", -1), Admin);

        (await site.ReadAsync(db => db.Set<SettingRow>().Select(row => row.Json).ToListAsync(Stop))).ShouldAllBe(json => !json.Contains(Secret));
        var admin = await site.SignInAsync(StandardRoles.Administrator);
        foreach (var page in new[] { "app/settings/providers", "app/settings/providers/sms", "app/settings/providers/email" })
        {
            (await admin.PageAsync(page)).DocumentElement.OuterHtml.ShouldNotContain(Secret);
        }

        var version = (await site.AskAsync(new ReadProviders(), Admin)).Value;
        await site.DoAsync(new SaveSms(true, "https://sms.example.com/", "AquaPure", null, version.Sms.Version), Admin);
        (await site.AskAsync(new ReadProviders(), Admin)).Value.Sms.HasSecret.ShouldBeTrue("kept");
        var moved = await site.SendAsync(new SaveSms(true, "https://other.example.com/", "", null, version.Sms.Version + 1), Admin);
        moved.Failure!.Fields.Single().Code.ShouldBe("messaging.secret-again");
        var server = await site.SendAsync(new SaveEmail(true, "other.example.com", 587, EmailEncryption.StartTls, "mailer", "", "service@example.com", "", version.Email.Version), Admin);
        server.Failure!.Fields.Single().Code.ShouldBe("messaging.secret-again");
        var twoLines = await site.SendAsync(new SaveEmail(true, "smtp.example.com", 587, EmailEncryption.StartTls, "mailer", "", "service@example.com", "净水\r\nBcc: x@example.com", version.Email.Version), Admin);
        twoLines.Failure!.Fields.ShouldHaveSingleItem().Field.ShouldBe("FromName");
        (await site.SendAsync(new SaveSms(false, "https://sms.example.com/", "", null, -1), Admin)).Failure!.Code.ShouldBe("kernel.stale");
    }

    [Fact]
    public async Task A_secret_of_one_site_means_nothing_to_another()
    {
        var (one, two) = (await platform.CreateSiteAsync("Sqlite"), await platform.CreateSiteAsync("Sqlite"));
        var text = await one.UseAsync<ISecrets, string>(secrets => Task.FromResult(secrets.Seal("x", Secret)));

        (await one.UseAsync<ISecrets, string?>(secrets => Task.FromResult(secrets.Open("x", text)))).ShouldBe(Secret);
        (await one.UseAsync<ISecrets, string?>(secrets => Task.FromResult(secrets.Open("y", text)))).ShouldBeNull();
        (await two.UseAsync<ISecrets, string?>(secrets => Task.FromResult(secrets.Open("x", text)))).ShouldBeNull();
    }

    [Fact]
    public async Task An_email_is_handed_to_the_server()
    {
        var site = await platform.CreateSiteAsync("Sqlite");
        await using var server = new Listener("220 test\r\n", mail: true);
        await site.DoAsync(new SaveEmail(true, "127.0.0.1", server.Port, EmailEncryption.None, "", "", "service@example.com", "净水服务", -1), Admin);

        (await site.AskAsync(new TestEmail("reader@example.com"), Admin)).Succeeded.ShouldBeTrue();

        var heard = await server.HeardAsync();
        heard.ShouldContain("MAIL FROM:<service@example.com>");
        heard.ShouldContain("RCPT TO:<reader@example.com>");
    }

    [Theory]
    [InlineData("http://sms.example.com/", "Address")]
    [InlineData("ftp://sms.example.com/", "Address")]
    [InlineData("https://user:word@sms.example.com/", "Address")]
    [InlineData("sms.example.com", "Address")]
    [InlineData("", "Address")]
    public async Task An_address_that_is_none_is_refused_at_its_field(string address, string field)
    {
        var site = await platform.CreateSiteAsync("Sqlite");

        (await site.SendAsync(new SaveSms(true, address, "", null, -1), Admin)).Failure!.Fields.Select(wrong => wrong.Field).ShouldBe([field]);
        (await site.SendAsync(new SaveEmail(true, address + "/", 465, EmailEncryption.StartTls, "", null, "nobody", "", -1), Admin)).Failure!.Fields.Select(wrong => wrong.Field).Distinct().ShouldBe(["Host", "Port", "FromAddress"]);
        (await site.SendAsync(new SaveSms(true, "https://sms.example.com/", "", null, -1), Actors.With("/hq/"))).Failure!.Kind.ShouldBe(FailureKind.Forbidden);
    }

    private static ServicePlatform.Kernel.Security.Actor Admin { get; } = Actors.Staff("/hq/");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>One conversation with a server that answers the same to every request, or as a mail server does.</summary>
    private sealed class Listener : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly Task<string> _heard;

        public Listener(string answer, bool mail = false)
        {
            _listener.Start();
            _heard = TalkAsync(answer, mail);
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public Task<string> HeardAsync() => _heard.WaitAsync(TimeSpan.FromSeconds(20), Stop);

        public ValueTask DisposeAsync()
        {
            _listener.Stop();
            return ValueTask.CompletedTask;
        }

        private async Task<string> TalkAsync(string answer, bool mail)
        {
            using var client = await _listener.AcceptTcpClientAsync(Stop);
            await using var stream = client.GetStream();
            return mail ? await MailAsync(stream, answer) : await HttpAsync(stream, answer);
        }

        private static async Task<string> HttpAsync(NetworkStream stream, string answer)
        {
            var buffer = new byte[16 * 1024];
            var heard = "";
            while (!heard.Contains("\"sender\"", StringComparison.Ordinal))
            {
                heard += Encoding.UTF8.GetString(buffer, 0, await stream.ReadAsync(buffer, Stop));
            }

            await stream.WriteAsync(Encoding.ASCII.GetBytes(answer.Replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n", StringComparison.Ordinal)), Stop);
            return heard;
        }

        private static async Task<string> MailAsync(NetworkStream stream, string greeting)
        {
            var heard = new StringBuilder();
            using var reader = new StreamReader(stream, Encoding.ASCII);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(greeting), Stop);
            var inData = false;
            while (await reader.ReadLineAsync(Stop) is { } line)
            {
                heard.AppendLine(line);
                var answer = (inData, line) switch
                {
                    (true, ".") => "250 taken\r\n",
                    (true, _) => "",
                    (_, "DATA") => "354 go on\r\n",
                    (_, "QUIT") => "221 bye\r\n",
                    _ => "250 ok\r\n",
                };
                inData = line == "DATA" || (inData && line != ".");
                await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), Stop);
                if (line == "QUIT" || answer == "250 taken\r\n")
                {
                    break;
                }
            }

            return heard.ToString();
        }
    }
}
