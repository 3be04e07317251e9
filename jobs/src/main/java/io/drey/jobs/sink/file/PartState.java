// Copyright the Drey authors.
// SPDX-License-Identifier: Apache-2.0

package io.drey.jobs.sink.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file writer's state.
 *
 * @param subtask that the state belonged to
 * @param nextNumber the number of the subtask's next part: parts from it on are not in this state
 * @param columns of the open part's header, empty if it has none
 * @param open the part that is being written, if it continues after the checkpoint
 */
record PartState(int subtask, long nextNumber, List<String> columns, @Nullable Recoverable open) {}
