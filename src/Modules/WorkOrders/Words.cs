using System.Text;

namespace ServicePlatform.WorkOrders;

/// <summary>Turns names of states into parts of codes.</summary>
internal static class Words
{
    /// <summary><c>PendingDispatch</c> becomes <c>pending-dispatch</c>.</summary>
    public static string Kebab(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && text.Length > 0)
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
