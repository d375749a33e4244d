using ServicePlatform.Accounts.People;

namespace ServicePlatform.UnitTests.Accounts;

public sealed class GeneratedPasswordTests
{
    [Fact]
    public void It_is_long_readable_and_never_the_same()
    {
        var passwords = Enumerable.Range(0, 200).Select(_ => GeneratedPassword.New()).ToList();

        passwords.Distinct(StringComparer.Ordinal).Count().ShouldBe(200);
        passwords.ShouldAllBe(password => password.Length == 19 && password.Split('-').All(group => group.Length == 4));
        passwords.ShouldAllBe(password => !password.Any(character => "il1o0".Contains(character)));
    }
}
