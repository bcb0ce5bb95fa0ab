import { CASUALTY_STATES, isActiveMission, TAG_ORDER, TRIAGE_TAGS, type Casualty, type Mission } from '#contracts';
import { Banner, Button, CASUALTIES, TagMark, send, useBoard, useTexts } from '#web';
import { useAct } from '../detail/use-act.js';

/** Who takes this patient, out of the vehicles on the incident; one that has gone keeps those it took. */
function VehicleChoice({ casualty, missions, onChoose }: RowProps & { onChoose: (missionId: string) => void }) {
  const { t } = useTexts();
  const units = useBoard((board) => board.units);
  const choices = missions.filter(({ id, state }) => isActiveMission(state) || id === casualty.missionId);
  return (
    <select
      className="input small"
      aria-label={`${t(CASUALTIES.patient, { number: casualty.number })}: ${t(CASUALTIES.vehicle)}`}
      value={casualty.missionId ?? ''}
      onChange={(event) => onChoose(event.target.value)}
    >
      <option value="">{t(CASUALTIES.none)}</option>
      {choices.map(({ id, vehicleId }) => (
        <option key={id} value={id}>
          {units[vehicleId]?.callSign}
        </option>
      ))}
    </select>
  );
}

interface RowProps {
  casualty: Casualty;
  missions: readonly Mission[];
}

function Row({ casualty, missions }: RowProps) {
  const { t, say } = useTexts();
  const hospital = useBoard((board) => board.hospitals[casualty.hospitalId ?? '']);
  const { run, failure } = useAct();
  const { id: casualtyId, number, state } = casualty;
  const amend = (changes: object) => void run(() => send('casualty.amend', { casualtyId, ...changes }));
  const gone = state === 'delivered' || state === 'released';
  return (
    <tr>
      <th scope="row" className="tn">
        {number}
      </th>
      <td>
        {gone ? (
          <TagMark tag={casualty.tag} />
        ) : (
          <select
            className={`input small tag-${casualty.tag}`}
            aria-label={`${t(CASUALTIES.patient, { number })}: ${t(CASUALTIES.tag)}`}
            value={casualty.tag}
            onChange={(event) => amend({ tag: event.target.value })}
          >
            {TAG_ORDER.map((tag) => (
              <option key={tag} value={tag}>
                {t(TRIAGE_TAGS[tag])}
              </option>
            ))}
          </select>
        )}
      </td>
      <td>
        <VehicleChoice casualty={casualty} missions={missions} onChoose={(id) => amend({ missionId: id || null })} />
      </td>
      <td className="casualty-where">
        {t(CASUALTY_STATES[state])}
        {hospital ? ` · ${hospital.name}` : ''}
        {failure ? <Banner tone="fault">{say(failure.message)}</Banner> : null}
      </td>
      <td>
        {state === 'at_scene' && !casualty.missionId ? (
          <Button className="small" kind="quiet" onClick={() => amend({ state: 'released' })}>
            {t(CASUALTIES.release)}
          </Button>
        ) : null}
        {gone ? null : (
          <Button
            className="small"
            kind="quiet"
            aria-label={t(CASUALTIES.strikeOf, { number })}
            onClick={() => void run(() => send('casualty.strike', { casualtyId }))}
          >
            {t(CASUALTIES.strike)}
          </Button>
        )}
      </td>
    </tr>
  );
}

/** Every patient with colour, vehicle and where they are. */
export function CasualtyList({
  casualties,
  missions,
}: {
  casualties: readonly Casualty[];
  missions: readonly Mission[];
}) {
  const { t } = useTexts();
  if (casualties.length === 0) return null;
  return (
    <table className="casualties">
      <caption className="visually-hidden">{t(CASUALTIES.patients)}</caption>
      <thead>
        <tr>
          <th scope="col">BN</th>
          <th scope="col">{t(CASUALTIES.tag)}</th>
          <th scope="col">{t(CASUALTIES.vehicle)}</th>
          <th scope="col">{t(CASUALTIES.state)}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {casualties.map((casualty) => (
          <Row key={casualty.id} casualty={casualty} missions={missions} />
        ))}
      </tbody>
    </table>
  );
}
