// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.pipeline;

import io.drey.jobs.step.BatchStep;
import io.drey.jobs.step.CorrelateStep;
import io.drey.jobs.step.DeduplicateStep;
import io.drey.jobs.step.FilterStep;
import io.drey.jobs.step.ScriptStep;
import io.drey.jobs.step.SessionizeStep;
import io.drey.jobs.step.UserFunctionStep;
import io.drey.jobs.step.aggregate.AggregateStep;
import io.drey.jobs.step.fields.DropFieldsStep;
import io.drey.jobs.step.fields.SelectStep;
import io.drey.jobs.step.fields.SetStep;
import io.drey.jobs.step.kv.KvStep;
import io.drey.jobs.step.lookup.LookupStep;
import io.drey.jobs.step.number.CountStep;
import io.drey.jobs.step.number.DetectGapsStep;
import io.drey.jobs.step.number.SequenceStep;
import io.drey.jobs.step.ratelimit.RateLimitStep;
import io.drey.jobs.step.statemachine.StateMachineStep;
import java.util.LinkedHashMap;
import java.util.Map;

/** The operators that a step can use. */
public final class StepKinds {
  private static final Map<String, Class<? extends Record>> OPERATORS = new LinkedHashMap<>();

  static {
    OPERATORS.put("deduplicate", DeduplicateStep.class);
    OPERATORS.put("correlate", CorrelateStep.class);
    OPERATORS.put("sessionize", SessionizeStep.class);
    OPERATORS.put("batch", BatchStep.class);
    OPERATORS.put("state-machine", StateMachineStep.class);
    OPERATORS.put("aggregate", AggregateStep.class);
    OPERATORS.put("rate-limit", RateLimitStep.class);
    OPERATORS.put("sequence", SequenceStep.class);
    OPERATORS.put("count", CountStep.class);
    OPERATORS.put("detect-gaps", DetectGapsStep.class);
    OPERATORS.put("script", ScriptStep.class);
    OPERATORS.put("stateful", UserFunctionStep.class);
    OPERATORS.put("kv", KvStep.class);
    OPERATORS.put("lookup", LookupStep.class);
    OPERATORS.put("filter", FilterStep.class);
    OPERATORS.put("set", SetStep.class);
    OPERATORS.put("select", SelectStep.class);
    OPERATORS.put("drop-fields", DropFieldsStep.class);
  }

  private StepKinds() {}

  /** The record that holds the options of each operator, by the operator's name. */
  public static Map<String, Class<? extends Record>> all() {
    return OPERATORS;
  }
}
