using FluentValidation;
using ServicePlatform.Commands;
using ServicePlatform.Crm.Contracts;
using ServicePlatform.Data;
using ServicePlatform.Messaging.Contracts;
using ServicePlatform.Security;
using ServicePlatform.Sites;

namespace ServicePlatform.Messaging.Consents;

internal sealed class RecordMarketingConsentValidator : AbstractValidator<RecordMarketingConsent>
{
    public RecordMarketingConsentValidator()
    {
        RuleFor(command => command.CustomerId).NotEmpty();
        RuleFor(command => command.Source).NotEmpty().MaximumLength(Lengths.Kind).Matches("^[a-z]+(-[a-z]+)*$");
    }
}

internal sealed class RecordMarketingConsentHandler(ISiteDb db, ICustomerReader customers, IActorContext actors, IClock clock)
    : ICommandHandler<RecordMarketingConsent, Done>
{
    public async Task<Result<Done>> HandleAsync(RecordMarketingConsent command, CancellationToken cancellationToken)
    {
        if (!(await customers.GetAsync([command.CustomerId], cancellationToken)).ContainsKey(command.CustomerId))
        {
            return Failure.NotFound("messaging.customer-not-found");
        }

        db.Set<MarketingConsent>().Add(new MarketingConsent
        {
            CustomerId = command.CustomerId,
            IsGiven = command.IsGiven,
            Source = command.Source,
            At = clock.UtcNow,
            RecordedBy = actors.Current.UserId,
        });
        return Result.Done;
    }
}

internal sealed class SetOwnMarketingConsentHandler(ISiteDb db, IActorContext actors, IClock clock) : ICommandHandler<SetOwnMarketingConsent, Done>
{
    public Task<Result<Done>> HandleAsync(SetOwnMarketingConsent command, CancellationToken cancellationToken)
    {
        db.Set<MarketingConsent>().AddRange(actors.Current.CustomerIds.Select(customerId => new MarketingConsent
        {
            CustomerId = customerId,
            IsGiven = command.IsGiven,
            Source = "portal",
            At = clock.UtcNow,
            RecordedBy = Guid.Empty,
        }));
        return Task.FromResult(Result.Done);
    }
}
