// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.operators.kv;

import io.drey.operators.kv.command.Answer;
import io.drey.operators.kv.command.Answered;
import io.drey.operators.kv.command.Change;
import io.drey.operators.kv.command.Command;
import io.drey.operators.kv.command.CommandForm;
import io.drey.operators.kv.command.Refusal;
import io.drey.operators.kv.command.TypedCommands;
import io.drey.operators.order.ExactTime;
import io.drey.operators.rule.KeyedSettings;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * A store of JSON values under keys in scopes. It takes a stream of commands, answers each command,
 * and emits every change of an entry. The commands on a scope are executed one after the other in
 * order of arrival, so that an update reads and writes a value atomically.
 *
 * <pre>{@code
 * KvStreams<Command, Answered, Change> profiles =
 *     KvStore.on(commands, KvOptions.expiring(Duration.ofDays(30)), "profiles");
 * DataStream<Answered> answers = profiles.answers();
 * DataStream<Change> changes = profiles.changes();
 * }</pre>
 *
 * <table>
 *   <caption>Effects of commands, and the fields of their {@link Answer}</caption>
 *   <tr><th>command</th><th>effect</th><th>answer</th></tr>
 *   <tr><td>set</td><td>sets a value and its expiry, replacing an existing entry</td>
 *     <td>oldValue, newValue</td></tr>
 *   <tr><td>get</td><td>none</td><td>value, found</td></tr>
 *   <tr><td>delete</td><td>removes an entry</td><td>oldValue</td></tr>
 *   <tr><td>update</td><td>applies ops to a value, see {@link
 *     io.drey.operators.kv.update.Update}; the expiry is unchanged</td>
 *     <td>oldValue, newValue, errors</td></tr>
 *   <tr><td>list</td><td>none</td><td>entries, next</td></tr>
 *   <tr><td>list_groups</td><td>none</td><td>groups</td></tr>
 *   <tr><td>clear</td><td>removes all entries of a scope</td><td>removed</td></tr>
 * </table>
 *
 * <p><b>Output:</b> answers, with the timestamps of their commands. An answer reflects every
 * earlier command of the same subtask of the stream; the answer to list_groups may come after later
 * ones. {@link KvStreams#changes} has each change once. A command that cannot be executed is
 * answered with a {@link Refusal} and changes nothing.
 *
 * <p><b>Time:</b> event time, or processing time with {@link KeyedSettings#PROCESSING_TIME}. An
 * entry with a ttl has expired for a command ttl or more later than the one that set it, whether
 * the watermark has passed that instant or not. The change is emitted by the next write that meets
 * the entry, or else by the watermark, with the expiry as its timestamp; at the end of input all
 * remaining ones are emitted. list_groups may list a scope whose entries have all expired until the
 * watermark has passed their expiry.
 *
 * <p><b>State:</b> a map state per scope, read and written entry by entry; its number of entries;
 * and a timer for each entry with a ttl. Freed by delete, clear and expiry. {@link
 * KeyedSettings#maxKeys} caps the number of scopes, of which the least recently used is cleared,
 * and the number of keys in each, of which the least recently used is deleted: where set, update
 * and a get that finds the entry count as uses. Such changes have the timestamp of the command that
 * caused them.
 */
public final class KvStore {
  /** The id of the side output for changes. */
  public static final String CHANGES = "changes";

  private KvStore() {}

  static <I> OutputTag<GroupScopes<I>> groupScopes(TypeInformation<I> type) {
    return new OutputTag<>("group-scopes", GroupScopes.type(type));
  }

  /** Attaches a store to a stream of commands, which are executed in order of arrival. */
  public static KvStreams<Command, Answered, Change> on(
      DataStream<Command> commands, KvOptions options, String uid) {
    return on(commands, KvResults.typed(), options, uid);
  }

  /** The same with custom results and triggers. */
  public static <A, C> KvStreams<Command, A, C> on(
      DataStream<Command> commands,
      KvResults<Command, A, C> results,
      KvOptions options,
      String uid) {
    return on(commands, new TypedCommands(), results, options, null, uid);
  }

  /**
   * Attaches a store to commands of any type.
   *
   * @param order the exact time by which commands are sorted before they are executed, except for
   *     late ones; null to execute them in order of arrival
   * @param uid of the store; the operators around it have {@code <uid>-key}, {@code -order}, {@code
   *     -late} and {@code -groups}
   */
  public static <I, A, C> KvStreams<I, A, C> on(
      DataStream<I> commands,
      CommandForm<I> form,
      KvResults<I, A, C> results,
      KvOptions options,
      @Nullable ExactTime<I> order,
      String uid) {
    return new KvWiring<>(commands, form, results, options, uid).attach(order);
  }
}
