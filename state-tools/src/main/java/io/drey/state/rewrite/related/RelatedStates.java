// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.state.rewrite.related;

import io.drey.operators.meaning.Derivation;
import io.drey.operators.meaning.Derived;
import io.drey.state.rewrite.edit.OperatorStateEdit;
import io.drey.state.rewrite.edit.RefusedException;
import io.drey.state.snapshot.bytes.ByteReader;
import io.drey.state.snapshot.keyed.EntrySink;
import io.drey.state.snapshot.keyed.KeyedState;
import io.drey.state.snapshot.keyed.KeyedStateType;
import io.drey.state.snapshot.metadata.KeyGroups;
import io.drey.state.snapshot.registry.DerivedStates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Computes the states of an operator anew that tell of its other states: links between keys in the
 * order of their last use, and counts, links and timers of the entries of maps.
 *
 * <p>First {@link #taking} has to be given all entries that stay, those of derived states of the
 * source among them; then {@link #write} writes the derived states.
 */
public final class RelatedStates implements AutoCloseable {
  private final Object operator;
  private final DerivedStates contract;
  private final Map<String, EntryOrder> entries = new HashMap<>();
  private final Map<String, DerivedOutput> outputs = new LinkedHashMap<>();
  private final KeyOrder keys;
  private List<KeyGroupList> groups = List.of();

  private RelatedStates(
      Object operator, DerivedStates contract, boolean isLinked, Path directory, long budget) {
    this.operator = operator;
    this.contract = contract;
    long share =
        budget / (1 + contract.byName().values().stream().map(Derived::from).distinct().count());
    this.keys = new KeyOrder(isLinked, directory, share);
    for (Derived derived : contract.byName().values()) {
      if (!derived.from().isEmpty()) {
        entries.computeIfAbsent(derived.from(), from -> new EntryOrder(isLinked, directory, share));
      }
    }
  }

  /**
   * Keeps the order of last use that the states of the source have.
   *
   * @param directory for temporary files
   * @param budget how many bytes of memory may be taken, besides four for each link
   */
  public static RelatedStates inOrderOfLinks(
      Object operator, DerivedStates contract, Path directory, long budget) {
    return new RelatedStates(operator, contract, true, directory, budget);
  }

  /**
   * Takes the order in which entries arrive for that of last use; they may have no derived states,
   * and those of a map and a key need not follow one another.
   */
  public static RelatedStates inOrderOfArrival(
      Object operator, DerivedStates contract, Path directory, long budget) {
    return new RelatedStates(operator, contract, false, directory, budget);
  }

  /** The links between keys, to be read in the source. */
  KeyOrder keys() {
    return keys;
  }

  /**
   * Returns what takes entries that stay, with their new keys and key groups; all entries of a map
   * and a key have to follow one another.
   *
   * @param states in the order of their numbers
   * @param next takes the entries, and those of derived states
   */
  public EntrySink taking(List<KeyedState> states, EntrySink next) {
    List<EntrySink> byNumber = new ArrayList<>();
    boolean hasLinks = states.stream().anyMatch(state -> is(state, Derivation.NEWER_KEY));
    for (int i = 0; i < states.size(); i++) {
      KeyedState state = states.get(i);
      boolean isUse = hasLinks && state.kind() != KeyedStateType.TIMERS;
      byNumber.add(taking(state, new DerivedOutput(next, i, state), isUse, next));
    }
    return (group, number, state, key, namespace, mapKey, value) ->
        byNumber.get(number).add(group, number, state, key, namespace, mapKey, value);
  }

  private boolean is(KeyedState state, Derivation derivation) {
    return contract.derivation(state.name()) == derivation;
  }

  private EntrySink taking(KeyedState state, DerivedOutput own, boolean isUse, EntrySink next) {
    EntryOrder ofTimers = entries.get(String.valueOf(contract.entriesWithTimers(state.name())));
    if (ofTimers != null && state.kind() == KeyedStateType.TIMERS) {
      return timers(state, own, ofTimers);
    }
    Derived derived = contract.byName().get(state.name());
    if (derived != null) {
      return derived(state, derived, own, next);
    }
    EntryOrder ofEntries = state.kind() == KeyedStateType.MAP ? entries.get(state.name()) : null;
    return (group, number, each, key, namespace, mapKey, value) -> {
      if (isUse) {
        keys.use(group, key);
      }
      if (ofEntries != null) {
        ofEntries.use(group, key, mapKey);
      }
      return next.add(group, number, each, key, namespace, mapKey, value);
    };
  }

  private EntrySink timers(KeyedState state, DerivedOutput own, EntryOrder of) {
    DerivedOutput output = known(state, own);
    int id = List.copyOf(outputs.keySet()).indexOf(state.name());
    of.timers(id, output);
    return (group, number, each, key, namespace, mapKey, value) -> {
      of.timer(id, group, key, namespace, value);
      return output.take(key, namespace, mapKey, value);
    };
  }

  private EntrySink derived(KeyedState state, Derived derived, DerivedOutput own, EntrySink next) {
    DerivedOutput output = known(state, own);
    EntryOrder of = entries.get(derived.from());
    if (derived.value() == Derivation.NEWER_KEY) {
      return (group, number, each, key, namespace, mapKey, value) -> {
        keys.linked(group, key, value);
        return output.take(key, namespace, mapKey, value);
      };
    }
    if (of == null) {
      return next;
    }
    switch (derived.value()) {
      case ENTRY_COUNT -> of.size(output);
      case ENTRY_ENDS -> of.ends(output);
      case ENTRY_LINKS -> {
        of.links(output);
        return (group, number, each, key, namespace, mapKey, value) -> {
          of.linked(group, key, mapKey, value);
          return output.take(key, namespace, mapKey, value);
        };
      }
      default -> {}
    }
    return next;
  }

  /** One output of each state is enough: they end in the same files. */
  private DerivedOutput known(KeyedState state, DerivedOutput own) {
    return outputs.computeIfAbsent(state.name(), name -> own);
  }

  /**
   * Writes the derived states.
   *
   * @throws RefusedException if those of the source are at odds with one another
   */
  public void write() throws IOException {
    for (EntryOrder each : entries.values()) {
      if (!each.write()) {
        throw broken();
      }
    }
    List<KeyGroupList> written =
        keys.write(output(Derivation.OLDER_KEY), output(Derivation.NEWER_KEY));
    if (written == null) {
      throw broken();
    }
    groups = written;
  }

  private @Nullable DerivedOutput output(Derivation derivation) {
    return outputs.values().stream()
        .filter(output -> is(output.state(), derivation))
        .findFirst()
        .orElse(null);
  }

  private RefusedException broken() {
    return new RefusedException(
        operator,
        "its states "
            + String.join(", ", outputs.keySet())
            + " do not tell one order of last use: the savepoint is damaged, or was changed by"
            + " another tool");
  }

  /**
   * What changed beside what was taken: entries that were written in place of those of the source.
   *
   * @param counts gets the state and what was written of it
   */
  public void forEach(BiConsumer<String, DerivedOutput> counts) {
    outputs.forEach(counts);
  }

  /**
   * Returns what becomes of the operator states of a subtask: lists of key groups are those of its
   * key groups.
   */
  public OperatorStateEdit operatorStates(OperatorStateEdit edit, KeyGroups ofSubtask) {
    return new KeyGroupElements(edit, contract, groups, ofSubtask);
  }

  /** Passes on the encoded elements of the list of key groups. */
  public void eachKeyGroup(Consumer<ByteReader> elements) {
    groups.forEach(group -> elements.accept(group.element()));
  }

  @Override
  public void close() {
    keys.close();
    entries.values().forEach(EntryOrder::close);
  }
}
