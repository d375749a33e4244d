using Microsoft.Extensions.DependencyInjection;
using ServicePlatform.Kernel.Recipes;

namespace ServicePlatform.IntegrationTests.Network;

internal static class ServicesExtensions
{
    public static RecipeRunner GetRecipes(this IServiceProvider services) => services.GetRequiredService<RecipeRunner>();
}
