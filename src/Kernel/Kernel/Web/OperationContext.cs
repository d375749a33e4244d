using Microsoft.AspNetCore.Http;
using ServicePlatform.Commands;

namespace ServicePlatform.Kernel.Web;

/// <summary>Reads the operation id of the request: the header for the API, a hidden field for forms.</summary>
internal sealed class OperationContext(IHttpContextAccessor accessor) : IOperationContext
{
    public const string FormField = "__operation";

    public const string Header = "Operation-Id";

    private string? _given;
    private bool _isDetached;

    public string? OperationId
    {
        get
        {
            if (_given is not null)
            {
                return _given;
            }

            if (_isDetached)
            {
                return null;
            }

            if (accessor.HttpContext?.Request is not { } request)
            {
                return null;
            }

            var value = request.Headers[Header].ToString();
            if (value.Length == 0 && request.HasFormContentType && request.Form.TryGetValue(FormField, out var hidden))
            {
                value = hidden.ToString();
            }

            return value.Length == 0 ? null : value;
        }
    }

    /// <summary>Names the operation where no request does: a queue, a device's journal, a test.</summary>
    public void Use(string operationId) => _given = operationId;

    /// <summary>The scope is not the request's own: what it sends is not what the form or header named, though it may run below it.</summary>
    public void Detach() => _isDetached = true;
}
