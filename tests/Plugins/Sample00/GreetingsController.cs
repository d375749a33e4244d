using Microsoft.AspNetCore.Mvc;
using QRCoder;
using ServicePlatform.Commands;
using ServicePlatform.Security;
using ServicePlatform.Web;

namespace Sample00;

[Area("Sample00")]
[RequirePermission("sample00.greet")]
[Route("app/sample00")]
internal sealed class GreetingsController(ISender sender) : Controller
{
    [HttpGet("")]
    public IActionResult Index() => View(new GreetingsPage(Code.Of("Sample00")));

    [HttpPost("")]
    public async Task<IActionResult> Greet(CancellationToken cancellationToken)
    {
        var greeted = await sender.SendAsync(new Greet("by hand"), cancellationToken);
        return greeted.Succeeded ? this.Done("/app/sample00", "Sample00") : this.FailedPage(greeted.Failure);
    }
}

/// <param name="Modules">Size of a square code, to show that the plugin's own library is there.</param>
internal sealed record GreetingsPage(int Modules);

/// <summary>Uses a library that the host does not have.</summary>
internal static class Code
{
    public static int Of(string text)
    {
        using var generator = new QRCodeGenerator();
        return generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.Q).ModuleMatrix.Count;
    }
}
