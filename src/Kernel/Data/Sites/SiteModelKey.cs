using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace ServicePlatform.Data.Sites;

/// <summary>Contexts composed of other assemblies have other models, though their options are the same.</summary>
internal sealed class SiteModelKey : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) => (((SiteDbContext)context).ModelParts, designTime);
}
