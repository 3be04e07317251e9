package io.drey.jobs.pipeline;

import io.drey.jobs.step.BatchStep;
import io.drey.jobs.step.CorrelateStep;
import io.drey.jobs.step.DeduplicateStep;
import io.drey.jobs.step.FilterStep;
import io.drey.jobs.step.RateLimitStep;
import io.drey.jobs.step.ScriptStep;
import io.drey.jobs.step.SessionizeStep;
import io.drey.jobs.step.UserFunctionStep;
import io.drey.jobs.step.aggregate.AggregateStep;
import io.drey.jobs.step.fields.DropFieldsStep;
import io.drey.jobs.step.fields.SelectStep;
import io.drey.jobs.step.fields.SetStep;
import io.drey.jobs.step.kv.KvStep;
import io.drey.jobs.step.number.CountStep;
import io.drey.jobs.step.number.DetectGapsStep;
import io.drey.jobs.step.number.SequenceStep;
import io.drey.jobs.step.statemachine.StateMachineStep;
import java.util.LinkedHashMap;
import java.util.Map;

/** The operators that a step can use. */
public final class StepKinds {
  private static final Map<String, Class<? extends Record>> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("deduplicate", DeduplicateStep.class);
    KINDS.put("correlate", CorrelateStep.class);
    KINDS.put("sessionize", SessionizeStep.class);
    KINDS.put("batch", BatchStep.class);
    KINDS.put("state-machine", StateMachineStep.class);
    KINDS.put("aggregate", AggregateStep.class);
    KINDS.put("rate-limit", RateLimitStep.class);
    KINDS.put("sequence", SequenceStep.class);
    KINDS.put("count", CountStep.class);
    KINDS.put("detect-gaps", DetectGapsStep.class);
    KINDS.put("script", ScriptStep.class);
    KINDS.put("stateful", UserFunctionStep.class);
    KINDS.put("kv", KvStep.class);
    KINDS.put("filter", FilterStep.class);
    KINDS.put("set", SetStep.class);
    KINDS.put("select", SelectStep.class);
    KINDS.put("drop-fields", DropFieldsStep.class);
  }

  private StepKinds() {}

  /** The record that holds the options of each operator, by the operator's name. */
  public static Map<String, Class<? extends Record>> all() {
    return KINDS;
  }
}
