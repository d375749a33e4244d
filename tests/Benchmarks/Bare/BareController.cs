using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ServicePlatform.Benchmarks.Lists;
using ServicePlatform.Phones;

namespace ServicePlatform.Benchmarks.Bare;

/// <summary>The list of customers as a controller of the framework alone, with the queries that the product's list sends.</summary>
[Authorize]
[Route("app/customers")]
public sealed class BareController(BareDb db) : Controller
{
    private const int Size = 50;

    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        var customers = await db.Customers.AsNoTracking()
            .OrderByDescending(customer => customer.CreatedAt).ThenByDescending(customer => customer.Id).Take(Size + 1).ToListAsync(cancellationToken);
        var more = customers.Count > Size;
        customers = customers[..Math.Min(Size, customers.Count)];
        var ids = customers.ConvertAll(customer => customer.Id);
        var phones = await db.Phones.AsNoTracking().Where(phone => ids.Contains(phone.CustomerId) && phone.Order == 0)
            .ToDictionaryAsync(phone => phone.CustomerId, phone => PhoneNumber.Mask(phone.Number), cancellationToken);
        var places = await (
            from address in db.Addresses.AsNoTracking()
            join compound in db.Compounds on address.CompoundId equals compound.Id into compounds
            from compound in compounds.DefaultIfEmpty()
            where ids.Contains(address.CustomerId) && address.RetiredAt == null
            select new { address, Compound = compound == null ? null : compound.Name }).ToListAsync(cancellationToken);
        var first = places.GroupBy(place => place.address.CustomerId).ToDictionary(group => group.Key, group => group.MinBy(place => place.address.Order)!);
        var brands = await db.Brands.AsNoTracking().OrderBy(brand => brand.Code).ToListAsync(cancellationToken);
        var names = brands.ToDictionary(brand => brand.Id, brand => brand.Name);
        var rows = customers.ConvertAll(customer => new BareRow(
            customer.Id,
            customer.Number,
            customer.Name,
            customer.Level,
            customer.IsElderly,
            names.GetValueOrDefault(customer.PrincipalId),
            phones.GetValueOrDefault(customer.Id),
            first.GetValueOrDefault(customer.Id) is { } place ? $"{ListSite.Counties[place.address.DivisionCode]} {place.Compound}" : null,
            customer.CreatedAt,
            TimeZoneInfo.ConvertTimeFromUtc(customer.CreatedAt, Zone)));
        return View(new BareList(rows, brands, more ? Cursor(customers[^1]) : null));
    }

    /// <summary>The way in: name and password of the same account.</summary>
    [AllowAnonymous]
    [HttpPost("/sign-in")]
    public async Task<IActionResult> SignIn(string userName, string password, [FromServices] SignInManager<IdentityUser<Guid>> manager) =>
        (await manager.PasswordSignInAsync(userName, password, isPersistent: true, lockoutOnFailure: false)).Succeeded ? NoContent() : Unauthorized();

    private static string Cursor(BareCustomer last) =>
        Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{last.Id:N}{last.CreatedAt.Ticks}")).TrimEnd('=');
}

public sealed record BareRow(
    Guid Id, string Number, string Name, string Level, bool IsElderly, string? Brand, string? Phone, string? Place, DateTime CreatedAt, DateTime Local);

/// <param name="Next">Place of the next page; null at the end.</param>
public sealed record BareList(IReadOnlyList<BareRow> Rows, IReadOnlyList<BareBrand> Brands, string? Next);
