namespace ServicePlatform.Accounts.SignIn;

internal sealed class StaffForm
{
    public string? UserName { get; set; }

    public string? Password { get; set; }

    public string? ReturnUrl { get; set; }
}

internal sealed class PhoneForm
{
    public string? Phone { get; set; }

    /// <summary>Typed on the second page.</summary>
    public string? Code { get; set; }

    public string? ReturnUrl { get; set; }
}
