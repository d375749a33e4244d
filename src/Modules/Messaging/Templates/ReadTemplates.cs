using Microsoft.EntityFrameworkCore;
using ServicePlatform.Commands;
using ServicePlatform.Data;
using ServicePlatform.Messaging.Contracts;
using ServicePlatform.Messaging.Screens;
using ServicePlatform.Security;

namespace ServicePlatform.Messaging.Templates;

[RequirePermission(MessagingPermissions.EditTemplates)]
internal sealed record ListTemplates : IQuery<IReadOnlyList<MessageTemplate>>;

internal sealed class ListTemplatesHandler(ISiteDb db) : IQueryHandler<ListTemplates, IReadOnlyList<MessageTemplate>>
{
    public async Task<Result<IReadOnlyList<MessageTemplate>>> HandleAsync(ListTemplates query, CancellationToken cancellationToken) =>
        await db.List<MessageTemplate>().OrderBy(template => template.Code).ToListAsync(cancellationToken);
}

[RequirePermission(MessagingPermissions.EditTemplates)]
internal sealed record GetTemplate(string Code) : IQuery<MessageTemplate>;

internal sealed class GetTemplateHandler(ISiteDb db) : IQueryHandler<GetTemplate, MessageTemplate>
{
    public async Task<Result<MessageTemplate>> HandleAsync(GetTemplate query, CancellationToken cancellationToken) =>
        await db.List<MessageTemplate>().FirstOrDefaultAsync(template => template.Code == query.Code, cancellationToken) is { } template
            ? template
            : Failure.NotFound("messaging.template-not-found");
}

/// <summary>Names of the templates by code, in the reader's language.</summary>
[RequirePermission(MessagingPermissions.View)]
internal sealed record TemplateNames : IQuery<IReadOnlyDictionary<string, string>>;

internal sealed class TemplateNamesHandler(ISiteDb db) : IQueryHandler<TemplateNames, IReadOnlyDictionary<string, string>>
{
    public async Task<Result<IReadOnlyDictionary<string, string>>> HandleAsync(TemplateNames query, CancellationToken cancellationToken)
    {
        var templates = await db.List<MessageTemplate>().OrderBy(template => template.Code).ToListAsync(cancellationToken);
        return templates.ToDictionary(template => template.Code, template => template.NameOf(), StringComparer.Ordinal);
    }
}
