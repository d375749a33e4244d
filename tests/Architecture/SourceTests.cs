using System.Text.RegularExpressions;

namespace ServicePlatform.ArchitectureTests;

public sealed class SourceTests
{
    private const int LongestFile = 250;

    [Fact]
    public void Files_fit_a_screen_or_two()
    {
        var wrong =
            from folder in new[] { "src", "tests", "themes", "tools" }
            from pattern in new[] { "*.cs", "*.cshtml", "*.ts" }
            from path in Product.Files(folder, pattern)
            let lines = File.ReadAllLines(path)
            where lines.Length > LongestFile && !lines[0].StartsWith("// Long because", StringComparison.Ordinal)
            select $"{Product.Relative(path)}: {lines.Length} lines";

        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(@"DateTime(Offset)?\.(Utc)?Now", "inject IClock or TimeProvider")]
    [InlineData(@"Thread\.Sleep|NotImplementedException", "no sleeping, no stubs")]
    [InlineData(@"FromSqlRaw|ExecuteSqlRaw|SqlQueryRaw", "no raw SQL in modules")]
    [InlineData(@"\bdecimal\b", "money is whole minor units")]
    public void Modules_leave_alone_what_the_design_forbids(string pattern, string because)
    {
        var forbidden = new Regex(pattern, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        var wrong =
            from folder in new[] { "src/Modules", "src/Plugins" }
            from path in Product.Files(folder, "*.cs")
            from line in File.ReadAllLines(path)
            where !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && forbidden.IsMatch(line)
            select $"{Product.Relative(path)}: {line.Trim()}";

        wrong.ShouldBeEmpty(because);
    }

    [Fact]
    public void Views_hold_no_inline_script_or_style()
    {
        var inline = new Regex(@"<script(?![^>]*\bsrc=)|<style|\sstyle=""|\son(click|change|submit|load|input)=", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        var wrong =
            from folder in new[] { "src", "themes" }
            from path in Product.Files(folder, "*.cshtml")
            where inline.IsMatch(File.ReadAllText(path))
            select Product.Relative(path);

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Every_module_says_what_it_is()
    {
        var wrong =
            from project in Product.Files("src/Modules", "*.csproj")
            let readme = Path.Combine(Path.GetDirectoryName(project)!, "README.md")
            where !File.Exists(readme)
            select Product.Relative(readme);

        wrong.ShouldBeEmpty();
    }
}
