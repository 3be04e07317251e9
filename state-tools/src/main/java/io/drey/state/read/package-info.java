/** Reads the entries of states as JSON rows. */
@NullMarked
package io.drey.state.read;

import org.jspecify.annotations.NullMarked;
