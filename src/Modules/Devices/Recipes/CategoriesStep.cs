using ServicePlatform.Commands;
using ServicePlatform.Devices.Categories;
using ServicePlatform.Recipes;

namespace ServicePlatform.Devices.Recipes;

/// <summary>Categories by code: <c>{"name":"categories","categories":[{"code":"water-purifier","name":"净水机","englishName":"Water purifier","attributes":[]}]}</c>.</summary>
internal sealed class CategoriesStep(ISender sender) : IRecipeStep
{
    public string Name => "categories";

    public Type Form => typeof(CategoriesForm);

    public async Task<Result<Done>> ExecuteAsync(RecipeStepContext context, CancellationToken cancellationToken)
    {
        var step = context.Bind<CategoriesForm>();
        if (!step.Succeeded)
        {
            return step.Failure;
        }

        for (var place = 0; place < step.Value.Categories.Count; place++)
        {
            var category = step.Value.Categories[place];
            var saved = await sender.SendAsync(
                new SaveCategory(category.Code, category.Name, category.EnglishName, category.IsActive, [.. category.Attributes.Select(attribute => attribute.ToInput())]),
                cancellationToken);
            if (!saved.Succeeded)
            {
                return saved.Failure.At(context, $"categories[{place}]");
            }
        }

        return Result.Done;
    }
}
