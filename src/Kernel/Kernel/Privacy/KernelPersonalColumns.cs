using ServicePlatform.Privacy;

namespace ServicePlatform.Kernel.Privacy;

internal sealed class KernelPersonalColumns : IPersonalColumns
{
    private const string OwnWords = "words of the product";

    public IReadOnlyCollection<string> OfCustomers { get; } =
    [
        "Kernel_Users.UserName", "Kernel_Users.NormalizedUserName", "Kernel_Users.DisplayName", "Kernel_Users.PhoneNumber", "Kernel_Users.Email", "Kernel_Users.NormalizedEmail",
        "Kernel_SignInCodes.Phone", "Kernel_SearchTokens.Token", "Kernel_Timeline.Values", "Kernel_Operations.Answer", "Kernel_Files.Name",
        "Kernel_Sessions.Device", "Kernel_Sessions.Address",
    ];

    public IReadOnlyCollection<string> OfStaff { get; } = [];

    public IReadOnlyDictionary<string, string> NotPersonal { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Kernel_Roles.Name"] = OwnWords,
        ["Kernel_Roles.NormalizedName"] = OwnWords,
        ["Kernel_UserClaims.ClaimValue"] = "not used",
        ["Kernel_RoleClaims.ClaimValue"] = "not used",
        ["Kernel_UserLogins.ProviderDisplayName"] = "not used",
        ["Kernel_UserTokens.Name"] = "not used",
        ["Kernel_UserTokens.Value"] = "not used",
        ["Kernel_Settings.Name"] = OwnWords,
        ["Kernel_Numbers.Name"] = OwnWords,
        ["Kernel_Operations.BodyHash"] = "a hash",
        ["Kernel_OutboxEvents.Body"] = "events hold ids only",
        ["Kernel_LongTasks.ResultAddress"] = "address of a page",
        ["Kernel_LongTasks.Subject"] = "what a task is about: a file, a site",
        ["Kernel_LongTasks.Error"] = OwnWords,
        ["Kernel_JobRuns.Error"] = OwnWords,
        ["Kernel_OutboxDeliveries.LastError"] = OwnWords,
        ["Kernel_OutsideDeliveries.LastError"] = OwnWords,
        ["Kernel_Audit.Subjects"] = "ids only",
    };
}
