/** The metadata of a snapshot: operators, subtasks, and the files that hold their state. */
@NullMarked
package io.drey.state.snapshot.metadata;

import org.jspecify.annotations.NullMarked;
