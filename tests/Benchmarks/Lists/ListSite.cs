using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Kernel.Recipes;
using ServicePlatform.Network.Contracts;
using ServicePlatform.Security;

namespace ServicePlatform.Benchmarks.Lists;

/// <summary>Fills a site with customers through the ordinary command, and gives it an agent who may see them.</summary>
internal static class ListSite
{
    public const string UserName = "agent";
    public const string Password = "correct-horse-7";
    public const int Customers = 2000;

    /// <summary>Counties of the customers, as the list names them.</summary>
    public static readonly IReadOnlyDictionary<string, string> Counties = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["110105"] = "朝阳区",
        ["110108"] = "海淀区",
        ["110106"] = "丰台区",
        ["110112"] = "通州区",
        ["131082"] = "三河市",
    };

    private const string Recipe = """
        { "steps": [ { "name": "principals", "principals": [ { "code": "p1", "name": "清泉" }, { "code": "p2", "name": "润家" } ] } ] }
        """;

    private static readonly string[] Surnames = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "欧阳", "孙"];
    private static readonly string[] Names = ["伟", "芳", "秀英", "娜", "敏", "静", "建国", "丽华", "磊", "洋", "桂兰", "志强", "晓东"];
    private static readonly string[] Compounds = ["望和嘉园", "清河新城", "燕京航城", "芳星园", "柳芳里", "学院小区", "天时名苑", "杨庄北里"];

    public static async Task FillAsync(BenchmarkHost host)
    {
        var ran = await host.Services.GetRequiredService<RecipeRunner>().RunTextAsync("bench", Recipe, default);
        await using var scope = host.Scopes.Open("bench");
        var account = new StaffAccount(UserName, "林晓", null, "/hq/", null, [StandardRoles.Agent]);
        var agent = await scope.ServiceProvider.GetRequiredService<ISiteAccounts>().SaveStaffAsync(account, Password, default);
        var principals = await scope.ServiceProvider.GetRequiredService<IPrincipalReader>().ListAsync(default);
        for (var index = 0; ran.Succeeded && agent.Succeeded && index < Customers; index++)
        {
            await using var inner = host.Scopes.Open("bench");
            var saved = await inner.ServiceProvider.GetRequiredService<ISender>().SendAsync(Customer(index, principals[index % principals.Count].Id));
            if (!saved.Succeeded)
            {
                throw new InvalidOperationException(saved.Failure.ToString());
            }
        }
    }

    private static SaveCustomer Customer(int index, Guid principalId) => new(
        null,
        principalId,
        CustomerKind.Person,
        Surnames[index % Surnames.Length] + Names[index % Names.Length],
        Gender.Unknown,
        [new PhoneInput($"138{index * 4001 % 100_000_000:00000000}")],
        [
            new AddressInput(
                null,
                Counties.Keys.ElementAt(index % Counties.Count),
                Compounds[index % Compounds.Length],
                $"学院路{1 + (index % 90)}号",
                $"{1 + (index % 20)}号楼{101 + (index % 600)}",
                null),
        ],
        Level: MemberLevels.All[index % 10 < 7 ? 0 : index % MemberLevels.All.Count],
        IsElderly: index % 6 == 0);
}
