using ServicePlatform.Commands;
using ServicePlatform.Devices.Contracts;
using ServicePlatform.Playbooks.Contracts;
using ServicePlatform.WorkOrders.Contracts;
using ServicePlatform.WorkOrders.Visits;
using static ServicePlatform.UnitTests.WorkOrders.VisitSamples;

namespace ServicePlatform.UnitTests.WorkOrders;

public sealed class VisitStepTests
{
    [Fact]
    [Trait("capability", "A005")]
    public void Work_waits_for_the_check_before_it()
    {
        var visit = Working(Pressure(), Step(2, "mount", ProcedureSection.Installation, StepKind.Tick));

        visit.Do("mount")!.Code.ShouldBe("orders.step-check-first");
        visit.Do("pressure", 0.25).ShouldBeNull();
        visit.Do("mount").ShouldBeNull();
    }

    [Fact]
    [Trait("capability", "A005")]
    public void A_reading_outside_the_limits_needs_a_remedy()
    {
        var visit = Working(Pressure());

        visit.Do("pressure")!.Fields[0].Code.ShouldBe("orders.step-value-needed");
        var failure = visit.Do("pressure", 0.6)!;
        failure.Fields[0].Field.ShouldBe("Text");
        failure.Fields[0].Arguments[0].ShouldBe("0.1–0.4 MPa");
        visit.Do("pressure", 0.6, "Pressure reducing valve fitted").ShouldBeNull();
        visit.Steps[0].Remedy.ShouldBe("Pressure reducing valve fitted");
        visit.Steps[0].IsOutside.ShouldBeTrue();

        visit.Do("pressure", 0.3, "after the valve").ShouldBeNull();
        visit.Steps[0].Remedy.ShouldBeNull();
    }

    [Fact]
    [Trait("capability", "A005")]
    public void The_model_narrows_the_limits_of_the_procedure()
    {
        var model = new ModelSummary(Guid.NewGuid(), Guid.NewGuid(), "a", "A", "water-purifier", 0.15, 0.5, 50, []);

        ModelLimits.Minimum(Pressure(), model).ShouldBe(0.15);
        ModelLimits.Maximum(Pressure(), model).ShouldBe(0.4);
        ModelLimits.Maximum(Pressure() with { Maximum = null }, model).ShouldBe(0.5);
        ModelLimits.Maximum(Pressure() with { Reading = ReadingKind.TdsOut }, model).ShouldBe(0.4);
    }

    [Fact]
    [Trait("capability", "A007")]
    public void Stages_are_flushed_in_order_and_long_enough()
    {
        var visit = Working(Flush(1, 1, 5), Flush(2, 2, 3));

        visit.Do("flush-2", minutes: 10)!.Code.ShouldBe("orders.step-flush-order");
        visit.Do("flush-1", minutes: 4)!.Fields[0].Code.ShouldBe("orders.step-flush-short");
        visit.Do("flush-1")!.Fields[0].Field.ShouldBe("Minutes");
        visit.Do("flush-1", minutes: 5).ShouldBeNull();
        visit.Do("flush-2", minutes: 3).ShouldBeNull();
    }

    [Fact]
    [Trait("capability", "A060")]
    public void The_customer_signs_for_what_is_done_and_nothing_is_changed_afterwards()
    {
        var visit = Working(Pressure(), Step(2, "clean", ProcedureSection.Finishing, StepKind.Tick, isMandatory: false));
        var at = Start.AddMinutes(20);

        visit.Sign("欧阳慧敏", Guid.NewGuid(), at, at)!.Code.ShouldBe("orders.steps-missing");
        visit.Do("pressure", 0.25).ShouldBeNull();
        visit.Sign("欧阳慧敏", Guid.NewGuid(), at, at).ShouldBeNull();

        visit.Do("pressure", 0.3)!.Code.ShouldBe("orders.step-signed");
        visit.Do("clean")!.Code.ShouldBe("orders.step-signed");
        visit.ChangeFilter(Machine, 1, null, at, at)!.Code.ShouldBe("orders.step-signed");
        visit.Finish(null, "已修好", at).ShouldBeNull();
    }

    [Fact]
    [Trait("capability", "A060")]
    public void A_photo_step_is_done_by_its_photo()
    {
        var visit = Working(Step(1, "after", ProcedureSection.Finishing, StepKind.Photo), Step(2, "clean", ProcedureSection.Finishing, StepKind.Tick));

        visit.Do("after")!.Code.ShouldBe("orders.step-photo-needed");
        visit.CanAddPhoto("clean", Start)!.Fields[0].Code.ShouldBe("orders.step-takes-no-photo");
        visit.CanAddPhoto("nothing", Start)!.Kind.ShouldBe(FailureKind.NotFound);
        visit.CanAddPhoto("after", Start).ShouldBeNull();
        visit.AddPhoto(new VisitPhoto { VisitId = visit.Id, FileId = Guid.NewGuid(), StepCode = "after", TakenAt = Start, ReceivedAt = Start, Sha256 = "0" }, Start);
        visit.Steps[0].IsDone.ShouldBeTrue();
    }

    [Fact]
    public void A_filter_change_step_needs_a_filter_change()
    {
        var visit = Working(Step(1, "filters", ProcedureSection.Installation, StepKind.FilterChange));

        visit.Do("filters")!.Code.ShouldBe("orders.step-filter-needed");
        visit.ChangeFilter(Machine, 2, "F-1", Start, Start).ShouldBeNull();
        visit.ChangeFilter(Machine, 2, "F-2", Start, Start).ShouldBeNull();
        visit.FilterChanges.ShouldHaveSingleItem().Serial.ShouldBe("F-2");
        visit.Do("filters").ShouldBeNull();
    }

    [Fact]
    [Trait("capability", "A065")]
    public void A_visit_is_finished_only_when_all_is_done_and_signed()
    {
        var visit = Working(
            Step(1, "mount", ProcedureSection.Installation, StepKind.Tick),
            Step(2, "extra", ProcedureSection.Installation, StepKind.Tick, isMandatory: false),
            Step(3, "sign", ProcedureSection.Finishing, StepKind.Signature));

        visit.Finish(null, "done", Start)!.Code.ShouldBe("orders.steps-missing");
        visit.Do("mount").ShouldBeNull();
        visit.Finish(null, "done", Start)!.Code.ShouldBe("orders.not-signed");
        visit.Do("sign")!.Code.ShouldBe("orders.not-signed");
        visit.Sign("张丽", Guid.NewGuid(), Start, Start)!.Fields[0].Code.ShouldBe("orders.act-too-early");
        visit.Sign("张丽", Guid.NewGuid(), Start.AddMinutes(20), Start.AddMinutes(20)).ShouldBeNull();
        visit.Sign("张丽", Guid.NewGuid(), Start, Start)!.Code.ShouldBe("orders.already-signed");
        visit.Do("mount", text: "again")!.Code.ShouldBe("orders.step-signed");
        visit.Finish(null, "done", Start.AddHours(1)).ShouldBeNull();
        visit.State.ShouldBe(VisitState.Finished);
        visit.Lines[0].Outcome.ShouldBe(VisitLineOutcome.Done);
    }

    [Fact]
    public void A_change_is_proven_at_the_stage_that_the_step_names()
    {
        var visit = Working(Step(1, "stage-3", ProcedureSection.Installation, StepKind.FilterChange) with { FlushPosition = 3 });

        visit.ChangeFilter(Machine, 2, "F-1", Start, Start).ShouldBeNull();
        visit.Do("stage-3")!.Code.ShouldBe("orders.step-filter-needed");
        visit.ChangeFilter(Machine, 3, "F-2", Start, Start).ShouldBeNull();
        visit.Do("stage-3").ShouldBeNull();
    }

    [Fact]
    [Trait("capability", "A065")]
    public void A_signature_that_is_taken_back_lets_the_work_be_corrected_and_signed_again()
    {
        var visit = Working(Pressure(), Step(2, "sign", ProcedureSection.Finishing, StepKind.Signature));
        visit.Do("pressure", 0.3).ShouldBeNull();
        visit.VoidSignature("签错人", Start)!.Code.ShouldBe("orders.not-signed");
        var at = Start.AddMinutes(20);
        visit.Sign("张丽", Guid.NewGuid(), at, at).ShouldBeNull();
        visit.Do("pressure", 0.2)!.Code.ShouldBe("orders.step-signed");
        visit.CanAddPhoto(null, at.AddMinutes(1))!.Code.ShouldBe("orders.step-signed");

        visit.VoidSignature("签错人", at).ShouldBeNull();

        (visit.SignedAt, visit.SignatureFileId, visit.SignatureVoidReason).ShouldBe((null, null, "签错人"));
        visit.Finish(null, "done", at)!.Code.ShouldBe("orders.not-signed");
        visit.Steps.Single(step => step.Code == "sign").IsDone.ShouldBeFalse();
        visit.Do("pressure", 0.2).ShouldBeNull();
        visit.Sign("张丽", Guid.NewGuid(), at, at).ShouldBeNull();
        visit.SignatureVoidReason.ShouldBeNull();
        visit.Finish(null, "done", at).ShouldBeNull();
        visit.VoidSignature("太晚", at)!.Code.ShouldBe("orders.visit-is-finished");
    }

    [Fact]
    [Trait("capability", "A054")]
    public void Nobody_home_is_possible_only_after_arrival()
    {
        var early = Planned();
        early.FindNobody(null, Start)!.Code.ShouldBe("orders.visit-is-confirmed");
        var visit = Arrived(Planned());
        visit.FindNobody("rang twice", Start).ShouldBeNull();
        visit.State.ShouldBe(VisitState.NobodyHome);
        visit.Lines[0].Outcome.ShouldBe(VisitLineOutcome.Carried);
    }

    [Fact]
    public void What_is_left_undone_is_carried()
    {
        var visit = Arrived(Planned(JobTypes.Install, JobTypes.FilterChange));
        visit.BeginWork(null, null, Steps(visit, Step(1, "mount", ProcedureSection.Installation, StepKind.Tick)), Start).ShouldBeNull();
        visit.Steps.Select(step => step.Code).ShouldBe(["mount", "2:mount"]);
        visit.Do("mount").ShouldBeNull();

        visit.LeaveIncomplete(PauseReason.AwaitingPart, "valve missing", Start.AddHours(1)).ShouldBeNull();

        visit.Lines.Select(line => line.Outcome).ShouldBe([VisitLineOutcome.Done, VisitLineOutcome.Carried]);
    }
}
