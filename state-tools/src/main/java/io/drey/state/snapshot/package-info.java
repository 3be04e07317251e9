/** Savepoints and retained checkpoints as files: what they hold, and what is wrong with them. */
@NullMarked
package io.drey.state.snapshot;

import org.jspecify.annotations.NullMarked;
