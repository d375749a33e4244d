using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Localization;
using ServicePlatform.Security;
using ServicePlatform.Sites;

namespace ServicePlatform.Screens.Style;

/// <summary>Shows every part of the design system in every state, in Development only.</summary>
[Area("Screens")]
[Everybody]
[Route("/style")]
internal sealed class StyleController(IWebHostEnvironment environment, IClock clock, IStringLocalizer<Texts> texts) : Controller
{
    public override void OnActionExecuting(ActionExecutingContext context)
    {
        if (!environment.IsDevelopment())
        {
            context.Result = NotFound();
        }
    }

    [HttpGet("")]
    public IActionResult Index() => View(Example());

    [HttpGet("record")]
    public IActionResult Record() => View(Example());

    [HttpGet("form")]
    public IActionResult Form() => View(Example());

    [HttpPost("form")]
    [ValidateAntiForgeryToken]
    public IActionResult Save(StyleExample example)
    {
        ModelState.Clear();
        example.Now = clock.UtcNow;
        ModelState.AddModelError(nameof(example.Phone), texts["Form.PhoneError"]);
        ModelState.AddModelError(nameof(example.VisitAt), texts["Form.VisitError"]);
        ModelState.SetModelValue(nameof(example.Phone), example.Phone, example.Phone);
        Response.StatusCode = 422;
        return View("Form", example);
    }

    [HttpGet("phone")]
    public IActionResult Phone() => View(Example());

    [HttpGet("portal")]
    public IActionResult Portal() => View(Example());

    [HttpGet("sign-in")]
    public IActionResult SignInPage() => View("SignIn", Example());

    [HttpGet("lookup")]
    public IActionResult Lookup(string? q) => Json(new[]
    {
        new { id = "0199aaaa-0000-7000-8000-000000000001", title = texts["Person.Zhang"].Value, detail = "138 0013 5526" },
        new { id = "0199aaaa-0000-7000-8000-000000000002", title = texts["Person.Liu"].Value, detail = "139 1088 2047" },
    });

    [HttpPost("done")]
    [ValidateAntiForgeryToken]
    public IActionResult Done()
    {
        TempData[Web.PageResults.ToastKey] = texts["Toast.Done"].Value;
        return LocalRedirect("~/style");
    }

    private StyleExample Example() => new() { Now = clock.UtcNow, Name = texts["Person.Zhang"], Pressure = 0.28, Reminders = true };
}
