// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import io.drey.operators.kv.command.Answer;
import io.drey.operators.kv.command.Answered;
import io.drey.operators.kv.command.Change;
import io.drey.operators.kv.command.Command;
import io.drey.operators.rule.Condition;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;

/**
 * Converts the answers and changes of a store to results.
 *
 * @param <I> commands
 * @param <A> answers
 * @param <C> changes
 */
public record KvResults<I, A, C>(
    ToAnswer<I, A> answers,
    TypeInformation<A> answerType,
    ToChange<C> changes,
    TypeInformation<C> changeType,
    ArrayList<Trigger<C>> triggers)
    implements Serializable {

  /** Creates the result for an answer. */
  @FunctionalInterface
  public interface ToAnswer<I, A> extends Serializable {
    A of(I command, Answer answer);
  }

  /** Creates the result for a change. */
  @FunctionalInterface
  public interface ToChange<C> extends Serializable {
    C of(Change change);
  }

  /**
   * A side output for selected changes.
   *
   * @param name the name of the output
   * @param scope whose changes are selected; null for any
   * @param key whose changes are selected; null for any
   * @param when a further condition; a change for which it throws an {@link
   *     io.drey.operators.rule.InvalidEventException} is not selected
   */
  public record Trigger<C>(
      String name, @Nullable String scope, @Nullable String key, Condition<C> when)
      implements Serializable {
    /** Selects all changes. */
    public static <C> Trigger<C> named(String name) {
      return new Trigger<>(name, null, null, change -> true);
    }

    /** A copy for the changes in a scope. */
    public Trigger<C> inScope(String one) {
      return new Trigger<>(name, one, key, when);
    }

    /** A copy for the changes of a key. */
    public Trigger<C> ofKey(String one) {
      return new Trigger<>(name, scope, one, when);
    }

    /** A copy with another condition. */
    public Trigger<C> when(Condition<C> condition) {
      return new Trigger<>(name, scope, key, condition);
    }

    boolean isAbout(Change change) {
      return (scope == null || scope.equals(change.scope()))
          && (key == null || key.equals(change.key()));
    }
  }

  public KvResults {
    Set<String> names = new HashSet<>(Set.of(KvStore.CHANGES));
    for (Trigger<C> trigger : triggers) {
      if (!names.add(trigger.name())) {
        throw new IllegalArgumentException(
            "Invalid triggers: must have different names but was '" + trigger.name() + "'");
      }
    }
  }

  /** Commands with their answers, and changes unconverted. */
  public static KvResults<Command, Answered, Change> typed() {
    return new KvResults<>(
        Answered::new, Answered.TYPE, change -> change, Change.TYPE, new ArrayList<>());
  }

  /** A copy with these triggers. */
  public KvResults<I, A, C> triggering(List<Trigger<C>> some) {
    return new KvResults<>(answers, answerType, changes, changeType, new ArrayList<>(some));
  }
}
