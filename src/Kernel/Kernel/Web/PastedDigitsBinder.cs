using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;
using Microsoft.Extensions.Logging;
using ServicePlatform.Phones;

namespace ServicePlatform.Kernel.Web;

/// <summary>Takes the unseen marks off pasted numbers before anything looks at them, in every form.</summary>
internal sealed class PastedDigitsBinder(IModelBinder inner) : IModelBinder
{
    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        await inner.BindModelAsync(bindingContext);
        if (bindingContext.Result is { IsModelSet: true, Model: string text } && PastedDigits.Clean(text) is { } clean && clean != text)
        {
            bindingContext.ModelState.SetModelValue(bindingContext.ModelName, clean, clean);
            bindingContext.Result = ModelBindingResult.Success(clean);
        }
    }
}

internal sealed class PastedDigitsBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var isForm = context.BindingInfo.BindingSource is not { } source || source.CanAcceptDataFrom(BindingSource.Form) || source.CanAcceptDataFrom(BindingSource.Query);
        return context.Metadata.ModelType == typeof(string) && isForm
            ? new PastedDigitsBinder(new SimpleTypeModelBinder(typeof(string), (ILoggerFactory)context.Services.GetService(typeof(ILoggerFactory))!))
            : null;
    }
}
