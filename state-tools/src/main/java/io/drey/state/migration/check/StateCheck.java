// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.migration.check;

import io.drey.jobs.yaml.Problems;
import io.drey.state.migration.FieldSteps;
import io.drey.state.migration.Placed;
import io.drey.state.migration.RowExpression;
import io.drey.state.migration.RowVariable;
import io.drey.state.migration.StateChange;
import io.drey.state.migration.Transform;
import io.drey.state.migration.Transform.Kind;
import io.drey.state.migration.TtlChange;
import io.drey.state.migration.value.Changed;
import io.drey.state.migration.value.FieldChanges;
import io.drey.state.snapshot.type.ValueType;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks the change of a state against its kind and types. */
record StateCheck(StateChange change, StateTraits state, Problems problems) {
  /** Returns what field steps make of its values; null if there are none. */
  @Nullable Changed check() {
    checkTtl(change.ttl());
    checkExpression(change.keepIf(), state.variables());
    if (change.values() instanceof Transform transform) {
      checkTransform(transform);
      return null;
    }
    if (!(change.values() instanceof FieldSteps fields)) {
      return null;
    }
    checkDecodable(fields.steps().get(0).place());
    return FieldChanges.of(fields, state.value(), this::refuse);
  }

  private void checkTtl(@Nullable Placed<TtlChange> ttl) {
    if (ttl == null) {
      return;
    }
    boolean isEnabled = ttl.value().isEnabled();
    if (!state.isKeyed()) {
      refuse(ttl, "Cannot change TTL of state '%s': only keyed state has one".formatted(name()));
    } else if (isEnabled == state.hasTtl()) {
      String what =
          isEnabled
              ? "enable TTL of state '%s': it has one"
              : "disable TTL of state '%s': it has none";
      refuse(ttl, "Cannot " + what.formatted(name()));
    }
  }

  private void checkExpression(
      @Nullable Placed<RowExpression> expression, Set<RowVariable> variables) {
    if (expression == null) {
      return;
    }
    for (RowVariable used : expression.value().used()) {
      if (!variables.contains(used)) {
        refuse(
            expression,
            "Unknown variable: '%s' (known of %s state '%s': %s)"
                .formatted(used, state.kind(), name(), shown(variables)));
      }
    }
    if (expression.value().used().contains(RowVariable.VALUE)) {
      checkDecodable(expression);
    }
  }

  private static String shown(Set<RowVariable> variables) {
    return variables.stream().map(RowVariable::toString).collect(Collectors.joining(", "));
  }

  private void checkDecodable(Placed<?> step) {
    ValueType opaque = Opaque.within(state.value());
    if (opaque != null) {
      String needed = OperatorCheck.needed(opaque);
      refuse(step, "Cannot read the values of state '%s': %s".formatted(name(), needed));
    }
  }

  private void checkTransform(Transform transform) {
    Placed<Kind> kind = transform.kind();
    checkExpression(
        transform.expression(), kind == null ? state.variables() : state.variablesOfWhole());
    if (kind == null) {
      return;
    }
    if (state.values() == null) {
      refuse(
          kind,
          "Cannot change the kind of %s state '%s': only value, list and map state can be"
              .formatted(state.kind(), name()));
    } else if (kind.value() == Kind.LIST
        && transform.type() == null
        && state.values() == Kind.MAP) {
      refuse(kind, "Missing key 'type': with kind it is List<…>");
    }
    boolean keepsTtl = state.hasTtl() && change.ttl() == null;
    if (keepsTtl && transform.ttlFrom() == null) {
      refuse(
          kind,
          "Missing key 'ttl-from': the values of state '%s' have times of last access"
              .formatted(name()));
    } else if (!state.hasTtl() && transform.ttlFrom() != null) {
      refuse(transform.ttlFrom(), "Cannot take ttl-from: state '%s' has no TTL".formatted(name()));
    }
  }

  private String name() {
    return change.state().value();
  }

  private void refuse(Placed<?> step, String message) {
    problems.error(step.at(), step.path(), message);
  }
}
