/** What snapshots hold: operators, their states, and how large they are. */
@NullMarked
package io.drey.state.inspect;

import org.jspecify.annotations.NullMarked;
