import { randomBytes } from 'node:crypto';
import { HOST, PROJECT_ID, REGION } from '../../local/ports.js';
import { worldPorts } from '../../local/worldClient.js';
import type { RestDocument } from './restDocument.js';

/** What happened to a document: it is new, or was another before. */
interface Change {
  value: RestDocument;
  oldValue?: RestDocument;
}

/** Delivers the event of a document to its trigger once more, as Eventarc may; answers the status that it met. */
export async function deliverAgain(trigger: string, change: Change): Promise<number> {
  const { value, oldValue } = change;
  const [database = '', name = ''] = value.name.split('/documents/');
  const url = `http://${HOST}:${worldPorts().functions}/functions/projects/${PROJECT_ID}/triggers/${REGION}-${trigger}-0`;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/cloudevents+json' },
    body: JSON.stringify({
      specversion: '1.0',
      id: `again-${randomBytes(8).toString('hex')}`,
      source: `//firestore.googleapis.com/${database}`,
      type: `google.cloud.firestore.document.v1.${oldValue ? 'updated' : 'created'}`,
      subject: `documents/${name}`,
      time: value.updateTime,
      datacontenttype: 'application/json',
      location: REGION,
      project: PROJECT_ID,
      database: '(default)',
      namespace: '(default)',
      document: name,
      data: { ...change, updateMask: {} },
    }),
  });
  await response.arrayBuffer();
  return response.status;
}

/** Delivers a task to its function once more, as Cloud Tasks may; answers the status that it met. */
export async function taskAgain(functionName: string, data: object): Promise<number> {
  const url = `http://${HOST}:${worldPorts().functions}/${PROJECT_ID}/${REGION}/${functionName}`;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ data }),
  });
  await response.arrayBuffer();
  return response.status;
}
